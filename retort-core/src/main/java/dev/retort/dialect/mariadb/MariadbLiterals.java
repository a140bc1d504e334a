package dev.retort.dialect.mariadb;

import dev.retort.dialect.Literals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** How MariaDB writes values. A backslash escapes the next character, unless {@code sql_mode} contains NO_BACKSLASH_ESCAPES. */
public final class MariadbLiterals extends Literals {

    private static final int MOST_DIGITS = 65;
    private static final int MOST_DECIMALS = 30;
    private static final int DIGITS_OF_DOUBLE = 17;

    /** With backslashes as escapes. */
    public MariadbLiterals() {}

    /** The driver would convert to the time zone of this process, and the server from that of the session. */
    @Override
    public @Nullable Object value(@Nullable Object value) {
        if (value instanceof Instant || value instanceof OffsetDateTime || value instanceof ZonedDateTime) {
            throw new IllegalArgumentException(
                    "it has no values with a time zone; give a LocalDateTime, in the zone that"
                            + " the column is meant to hold");
        }
        return value instanceof BigDecimal number && isFloating(number) ? floating(number) : super.value(value);
    }

    @Override
    public String write(@Nullable Object value) {
        return value instanceof BigDecimal number && isFloating(number)
                ? number.unscaledValue() + "E" + -number.scale()
                : super.write(value);
    }

    /** Whether the servers would cut a number without an exponent: https://dev.mysql.com/doc/refman/8.4/en/fixed-point-types.html */
    private static boolean isFloating(BigDecimal number) {
        return number.precision() - number.scale() > MOST_DIGITS
                || (number.scale() > MOST_DECIMALS && number.precision() <= DIGITS_OF_DOUBLE);
    }

    private static Double floating(BigDecimal number) {
        double floating = number.doubleValue();
        if (Double.isInfinite(floating)) {
            throw new IllegalArgumentException("it has no numbers as large as " + number);
        }
        return floating;
    }

    @Override
    public String text(String value) {
        return super.text(value.replace("\\", "\\\\"));
    }
}
