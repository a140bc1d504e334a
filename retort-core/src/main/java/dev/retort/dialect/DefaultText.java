package dev.retort.dialect;

import dev.retort.dialect.SourceToken.Kind;
import dev.retort.schema.DefaultValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Defaults as text: as a catalog reports them, as a person writes them. */
public final class DefaultText {

    private DefaultText() {}

    /** A text, number or boolean as a literal, all else as an expression; nothing for NULL, which every column has anyway. */
    public static @Nullable DefaultValue read(@Nullable String sql) {
        if (sql == null) {
            return null;
        }
        List<SourceToken> inner = ExpressionText.withoutOuterParentheses(SourceToken.of(sql));
        if (inner.size() == 1 && inner.get(0).isWord("null")) {
            return null;
        }
        return literal(inner)
                .<DefaultValue>map(DefaultValue.Literal::new)
                .orElseGet(() -> new DefaultValue.Expression(sql.strip()));
    }

    /** The text that is equal for defaults that mean the same: {@code 1.50} is {@code 1.5}, an expression is taken by its tokens. */
    public static String normal(@Nullable DefaultValue value) {
        DefaultValue read = value instanceof DefaultValue.Expression expression ? read(expression.sql()) : value;
        if (read == null) {
            return "";
        }
        if (read instanceof DefaultValue.Expression expression) {
            return "expression " + ExpressionText.normal(expression.sql());
        }
        Object literal = ((DefaultValue.Literal) read).value();
        if (!(literal instanceof Number)) {
            return (literal instanceof String ? "text " : "boolean ") + literal;
        }
        BigDecimal number = new BigDecimal(literal.toString());
        return "number "
                + (number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    private static Optional<Object> literal(List<SourceToken> tokens) {
        if (tokens.size() == 2 && tokens.get(1).kind() == Kind.NUMBER) {
            SourceToken sign = tokens.get(0);
            if (sign.isSign('-') || sign.isSign('+')) {
                return number((sign.isSign('-') ? "-" : "") + tokens.get(1).text());
            }
        }
        if (tokens.size() != 1) {
            return Optional.empty();
        }
        SourceToken token = tokens.get(0);
        return switch (token.kind()) {
            case TEXT -> Optional.of(token.text());
            case NUMBER -> number(token.text());
            case WORD ->
                token.text().equals("true") || token.text().equals("false")
                        ? Optional.of(token.isWord("true"))
                        : Optional.empty();
            case QUOTED_NAME, SIGN -> Optional.empty();
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
