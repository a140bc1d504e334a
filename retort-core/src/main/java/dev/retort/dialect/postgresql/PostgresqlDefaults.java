package dev.retort.dialect.postgresql;

import dev.retort.dialect.LiteralText;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.DefaultValue.Expression;
import dev.retort.schema.DefaultValue.Literal;
import dev.retort.schema.NativeType;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses defaults, such as {@code 'x'::character varying}, and decides whether two give a column the same value. */
final class PostgresqlDefaults {

    private static final Set<TypeKind> NUMERIC = Set.of(
            TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT, TypeKind.DECIMAL, TypeKind.REAL, TypeKind.DOUBLE);

    private static final Set<String> SIGNS = Set.of("", "+", "-");

    private static final Set<String> TYPE_SIGNS = Set.of("(", ")", "[", "]", ",", ".");

    /** https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-PRECEDENCE */
    private static final Set<String> OPERATORS = Set.of(
            "and", "or", "not", "is", "isnull", "notnull", "in", "like", "ilike", "similar", "between", "collate",
            "at");

    private static final Expression NULL = new Expression("NULL");

    private final SqlTypes types;

    PostgresqlDefaults(SqlTypes types) {
        this.types = types;
    }

    /** The default of a column, with an expression that is only a literal as a literal. */
    @Nullable
    DefaultValue read(Column column) {
        // A type that is kept as text may be a domain.
        return column.defaultValue() instanceof Expression expression
                ? read(expression.sql(), column.type() instanceof NativeType)
                : column.defaultValue();
    }

    /**
     * The default in a text; null for the text NULL, unless it is the default of a domain's column: there it replaces the default of the
     * domain.
     */
    @Nullable
    DefaultValue read(String sql, boolean ofDomain) {
        SqlTokens whole = SqlTokens.of(sql, SqlSyntax.COMMON).withoutOuterParentheses();
        int cast = cast(whole);
        SqlTokens value = whole.part(0, cast).withoutOuterParentheses();
        SqlTokens type = whole.part(Math.min(cast + 2, whole.size()), whole.size());
        if (value.size() == 1 && value.get(0).is("null")) {
            return ofDomain ? NULL : null;
        }
        Object literal = isType(type) ? literal(value, type.in(sql)) : null;
        return literal == null ? new Expression(sql) : new Literal(literal);
    }

    /** The position of a cast; the end if there is none. */
    private static int cast(SqlTokens tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("(")) {
                i = tokens.closing(i);
            } else if (tokens.get(i).is(":") && tokens.get(i + 1).is(":")) {
                return i;
            }
        }
        return tokens.size();
    }

    /** Whether tokens are only a type, or nothing. */
    private static boolean isType(SqlTokens tokens) {
        return tokens.all().stream().allMatch(token -> switch (token.kind()) {
            case WORD -> !OPERATORS.contains(token.value());
            case QUOTED_NAME, NUMBER -> true;
            case SIGN -> TYPE_SIGNS.contains(token.value());
            default -> false;
        });
    }

    private @Nullable Object literal(SqlTokens value, String type) {
        SqlToken last = value.all().isEmpty() ? null : value.get(value.size() - 1);
        if (last == null || value.size() > 2) {
            return null;
        }
        String before = value.size() == 1 ? "" : value.get(0).value();
        return switch (last.kind()) {
            case TEXT -> text(last.value(), before.isEmpty() ? type : before);
            case NUMBER -> SIGNS.contains(before) ? number(before + last.value()) : null;
            case WORD -> before.isEmpty() ? truth(last.value()) : null;
            default -> null;
        };
    }

    /**
     * The value of a string.
     *
     * @param type the type of its cast, or the prefix of the literal
     */
    private @Nullable Object text(String value, String type) {
        if (isBits(type) || type.equals("-") || type.equals("+")) {
            return null;
        }
        return isNumeric(type) ? number(value) : value;
    }

    private static @Nullable Boolean truth(String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    private boolean isNumeric(String type) {
        return types.parse(type) instanceof StandardType standard && NUMERIC.contains(standard.kind());
    }

    /** The default of a bit column is written B'101', and the name of a sequence is not a string of the column. */
    private static boolean isBits(String type) {
        String word = type.toLowerCase(Locale.ROOT);
        return word.startsWith("bit")
                || word.startsWith("\"bit")
                || word.startsWith("reg")
                || word.equals("b")
                || word.equals("x");
    }

    private static @Nullable Number number(String text) {
        return LiteralText.number(text).orElse(null);
    }

    /** Whether two defaults give a column of a type the same value. */
    boolean same(@Nullable DefaultValue wanted, @Nullable DefaultValue found, SqlType type) {
        if (wanted instanceof Literal literal && found instanceof Literal stored) {
            return value(literal, type).equals(value(stored, type));
        }
        if (wanted instanceof Expression expression && found instanceof Expression stored) {
            return PostgresqlComparison.sameSpelling(expression.sql(), stored.sql());
        }
        return Objects.equals(wanted, found);
    }

    /** The value as the column would store it, as far as that is known without the server. */
    private Object value(Literal literal, SqlType type) {
        String text = literal.value().toString();
        if (!(types.canonical(type) instanceof StandardType standard)) {
            return text;
        }
        return switch (standard.kind()) {
            case SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE -> LiteralText.comparableNumber(text);
            case BOOLEAN -> LiteralText.comparableTruth(text);
            case TIMESTAMP -> LiteralText.comparableMoment(text);
            case CHAR -> text.stripTrailing();
            default -> text;
        };
    }
}
