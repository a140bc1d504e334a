package dev.retort.dialect;

import dev.retort.schema.DefaultValue;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlToken.Kind;
import dev.retort.sql.SqlTokens;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Defaults as text, as a catalog reports them or a person writes them. */
public final class DefaultText {

    private DefaultText() {}

    /**
     * The default for a text: a string, number or boolean is a literal, anything else an expression; null for NULL, which is the default of
     * every column.
     */
    public static @Nullable DefaultValue read(@Nullable String sql, SqlSyntax syntax) {
        if (sql == null) {
            return null;
        }
        SqlTokens inner = SqlTokens.of(sql, syntax).withoutOuterParentheses();
        if (inner.size() == 1 && inner.get(0).is("null")) {
            return null;
        }
        return literal(inner)
                .<DefaultValue>map(DefaultValue.Literal::new)
                .orElseGet(() -> new DefaultValue.Expression(sql.strip()));
    }

    /** An expression that is only a literal, as a literal; any other default unchanged. */
    public static @Nullable DefaultValue read(@Nullable DefaultValue value, SqlSyntax syntax) {
        return value instanceof DefaultValue.Expression expression ? read(expression.sql(), syntax) : value;
    }

    /** Whether defaults mean the same: {@code 1.50} is {@code 1.5}; expressions are compared by their tokens. */
    public static boolean same(@Nullable DefaultValue one, @Nullable DefaultValue other, SqlSyntax syntax) {
        return normal(one, syntax).equals(normal(other, syntax));
    }

    private static String normal(@Nullable DefaultValue value, SqlSyntax syntax) {
        DefaultValue read = read(value, syntax);
        if (read == null) {
            return "";
        }
        if (read instanceof DefaultValue.Expression expression) {
            return "expression " + SqlTokens.of(expression.sql(), syntax).normal();
        }
        Object literal = ((DefaultValue.Literal) read).value();
        if (!(literal instanceof Number)) {
            return (literal instanceof String ? "text " : "boolean ") + literal;
        }
        BigDecimal number = new BigDecimal(literal.toString());
        return "number "
                + (number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    private static Optional<Object> literal(SqlTokens tokens) {
        if (tokens.size() == 2 && tokens.get(1).kind() == Kind.NUMBER) {
            SqlToken sign = tokens.get(0);
            if (sign.is("-") || sign.is("+")) {
                return number((sign.is("-") ? "-" : "") + tokens.get(1).value());
            }
        }
        if (tokens.size() != 1) {
            return Optional.empty();
        }
        SqlToken token = tokens.get(0);
        return switch (token.kind()) {
            case TEXT -> Optional.of(token.value());
            case NUMBER -> number(token.value());
            case WORD ->
                token.value().equals("true") || token.value().equals("false")
                        ? Optional.of(token.is("true"))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Object> number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            boolean whole = number.scale() == 0 && number.precision() <= 18;
            return Optional.of(whole ? (Number) number.longValue() : number);
        } catch (NumberFormatException notDecimal) {
            return Optional.empty();
        }
    }
}
