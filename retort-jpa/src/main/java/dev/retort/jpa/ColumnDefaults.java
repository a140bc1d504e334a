package dev.retort.jpa;

import dev.retort.schema.DefaultValue;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses a default in a mapping: a literal if it can be nothing else, otherwise an expression. */
final class ColumnDefaults {

    private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d+\\.\\d+");
    private static final Pattern TEXT = Pattern.compile("'(?:[^'\\\\]|'')*'");

    private ColumnDefaults() {}

    static @Nullable DefaultValue of(@Nullable String sql) {
        if (sql == null || sql.isBlank()) {
            return null;
        }
        String text = sql.strip();
        if (INTEGER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            boolean small = number == (int) number;
            return new DefaultValue.Literal(small ? (Object) (int) number : (Object) number);
        }
        if (DECIMAL.matcher(text).matches()) {
            return new DefaultValue.Literal(new BigDecimal(text));
        }
        if (TEXT.matcher(text).matches()) {
            return new DefaultValue.Literal(text.substring(1, text.length() - 1).replace("''", "'"));
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> new DefaultValue.Literal(true);
            case "false" -> new DefaultValue.Literal(false);
            case "null" -> null;
            default -> new DefaultValue.Expression(text);
        };
    }
}
