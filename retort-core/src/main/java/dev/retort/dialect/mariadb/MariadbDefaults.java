package dev.retort.dialect.mariadb;

import dev.retort.dialect.LiteralText;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.DefaultValue.Expression;
import dev.retort.schema.DefaultValue.Literal;
import dev.retort.schema.NativeType;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import dev.retort.sql.Spelling;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses defaults, and decides whether two give a column the same value. */
public final class MariadbDefaults {

    private static final Set<String> SIGNS = Set.of("", "+", "-");

    private MariadbDefaults() {}

    /** The default in a text; null for the text NULL. */
    public static @Nullable DefaultValue read(String sql, SqlType type) {
        SqlTokens value = SqlTokens.of(sql, MariadbProvider.SYNTAX).withoutOuterParentheses();
        if (value.size() == 1 && value.get(0).is("null")) {
            return null;
        }
        Object literal = literal(value, type);
        return literal == null ? new Expression(sql) : new Literal(literal);
    }

    private static @Nullable Object literal(SqlTokens value, SqlType type) {
        SqlToken last = value.all().isEmpty() ? null : value.get(value.size() - 1);
        if (last == null || value.size() > 2) {
            return null;
        }
        String before = value.size() == 1 ? "" : value.get(0).text();
        return switch (last.kind()) {
            case TEXT -> before.isEmpty() ? last.value() : before.equalsIgnoreCase("b") ? bits(last.value()) : null;
            case NUMBER -> SIGNS.contains(before) ? number(before + last.text(), type) : null;
            case WORD -> before.isEmpty() ? truth(last.value()) : null;
            default -> null;
        };
    }

    private static @Nullable Boolean truth(String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    private static @Nullable Object bits(String digits) {
        return digits.matches("[01]{1,31}") ? Integer.valueOf(digits, 2) : null;
    }

    private static @Nullable Object number(String text, SqlType type) {
        if (isBoolean(type) && (text.equals("0") || text.equals("1"))) {
            return text.equals("1");
        }
        return LiteralText.number(text).orElse(null);
    }

    private static boolean isBoolean(SqlType type) {
        return type instanceof StandardType standard && standard.kind() == TypeKind.BOOLEAN;
    }

    static boolean same(Column desired, Column actual) {
        DefaultValue wanted = meant(desired.defaultValue(), actual.type());
        DefaultValue found = meant(actual.defaultValue(), actual.type());
        if (wanted instanceof Literal literal && found instanceof Literal stored) {
            return value(literal, actual.type()).equals(value(stored, actual.type()));
        }
        if (wanted instanceof Expression expression && found instanceof Expression stored) {
            return Spelling.same(expression.sql(), stored.sql(), MariadbProvider.SYNTAX);
        }
        return Objects.equals(wanted, found);
    }

    private static @Nullable DefaultValue meant(@Nullable DefaultValue value, SqlType type) {
        return value instanceof Expression expression ? read(expression.sql(), type) : value;
    }

    /** The value as the column would store it, as far as that is known without the server. */
    private static Object value(Literal literal, SqlType type) {
        String text = literal.value().toString();
        boolean bit = type instanceof NativeType other && other.text().startsWith("bit");
        if (bit || isBoolean(type)) {
            return LiteralText.comparableTruth(text);
        }
        if (!(type instanceof StandardType standard)) {
            return text;
        }
        return switch (standard.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE -> LiteralText.comparableNumber(text);
            case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> LiteralText.comparableMoment(text);
            case TIME, TIME_WITH_TIME_ZONE -> LiteralText.comparableTime(text);
            case CHAR -> text.stripTrailing();
            default -> text;
        };
    }
}
