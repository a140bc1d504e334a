package dev.retort.render;

import dev.retort.operation.SqlExpression;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values as Java expressions. */
final class ValueExpressions {

    private static final Set<Class<?>> PARSED =
            Set.of(Instant.class, LocalDate.class, LocalDateTime.class, LocalTime.class, OffsetDateTime.class);

    private final Imports imports;

    ValueExpressions(Imports imports) {
        this.imports = imports;
    }

    Expression text(@Nullable String text) {
        return Expression.text(text == null ? "null" : JavaText.literal(text));
    }

    List<Expression> texts(List<String> texts) {
        return texts.stream().map(this::text).toList();
    }

    Expression number(long number) {
        boolean small = number >= Integer.MIN_VALUE && number <= Integer.MAX_VALUE;
        return Expression.text(number + (small ? "" : "L"));
    }

    /** A list of texts. */
    Expression listOf(List<Expression> elements) {
        return Expression.call(imports.type(List.class) + ".of", elements);
    }

    /** A list that may hold null. */
    Expression listWithNulls(List<? extends @Nullable Object> values) {
        if (values.size() == 1 && values.get(0) == null) {
            return Expression.call(imports.type(Arrays.class) + ".asList", Expression.text("(Object) null"));
        }
        return Expression.call(
                imports.type(Arrays.class) + ".<Object>asList",
                values.stream().map(this::value).toList());
    }

    /**
     * A value of any kind that a statement can carry.
     *
     * @throws IllegalArgumentException when the value cannot be written down
     */
    Expression value(@Nullable Object value) {
        if (value == null) {
            return Expression.text("null");
        }
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Boolean || value instanceof Integer) {
            return Expression.text(value.toString());
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof byte[] bytes) {
            return Expression.call(imports.type(HexFormat.class) + ".of")
                    .then("parseHex", text(HexFormat.of().formatHex(bytes)));
        }
        if (value instanceof SqlExpression expression) {
            return Expression.call("new " + imports.type(SqlExpression.class), text(expression.sql()));
        }
        return parsed(value);
    }

    private Expression number(Number number) {
        if (number instanceof Long) {
            return Expression.text(number + "L");
        }
        if (number instanceof Short || number instanceof Byte) {
            return Expression.text("(" + (number instanceof Short ? "short" : "byte") + ") " + number);
        }
        if (number instanceof Double real) {
            return Double.isFinite(real)
                    ? Expression.text(real.toString())
                    : Expression.call("Double.valueOf", text(real.toString()));
        }
        if (number instanceof Float real) {
            return Float.isFinite(real)
                    ? Expression.text(real + "f")
                    : Expression.call("Float.valueOf", text(real.toString()));
        }
        if (number instanceof BigDecimal || number instanceof BigInteger) {
            return Expression.call("new " + imports.type(number.getClass()), text(number.toString()));
        }
        throw unwritable(number);
    }

    private Expression parsed(Object value) {
        if (PARSED.contains(value.getClass())) {
            return Expression.call(imports.type(value.getClass()) + ".parse", text(value.toString()));
        }
        if (value instanceof UUID) {
            return Expression.call(imports.type(UUID.class) + ".fromString", text(value.toString()));
        }
        if (value instanceof Timestamp || value instanceof java.sql.Date || value instanceof java.sql.Time) {
            return Expression.call(imports.type(value.getClass()) + ".valueOf", text(value.toString()));
        }
        throw unwritable(value);
    }

    private static IllegalArgumentException unwritable(Object value) {
        return new IllegalArgumentException(
                "A value of " + value.getClass().getName() + " cannot be written in Java source: " + value);
    }
}
