package dev.retort.dialect;

import java.math.BigDecimal;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a database writes values in a statement. */
public class Literals {

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSSSSS]");

    /** The standard literals. */
    public Literals() {}

    /**
     * A value as a parameter for the driver; {@link #write} writes the same value. The default converts instants to their offset and enum
     * constants to their names, and leaves the rest to the driver.
     *
     * @throws IllegalArgumentException if the database has no such values, with the alternative
     */
    public @Nullable Object value(@Nullable Object value) {
        if (value instanceof Instant moment) {
            return moment.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof ZonedDateTime moment) {
            return moment.toOffsetDateTime();
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    /** Several values as parameters; throws what {@link #value} throws. */
    public final List<@Nullable Object> values(List<@Nullable Object> values) {
        List<@Nullable Object> taken = new ArrayList<>(values.size());
        values.forEach(value -> taken.add(value(value)));
        return taken;
    }

    /** Whether a value has a literal. A revision may only bind values that have one. */
    public boolean has(@Nullable Object value) {
        return value == null
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof byte[]
                || isText(value)
                || isMoment(value);
    }

    private static boolean isText(Object value) {
        return value instanceof String
                || value instanceof Character
                || value instanceof Enum<?>
                || value instanceof UUID;
    }

    private static boolean isMoment(Object value) {
        return value instanceof TemporalAccessor
                || value instanceof TemporalAmount
                || value instanceof java.sql.Date
                || value instanceof Time
                || value instanceof Timestamp;
    }

    /** A value as a literal. Anything but null, numbers, booleans, bytes, dates and times is written as a string. */
    public String write(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Number number) {
            return number.toString();
        }
        if (value instanceof Boolean truth) {
            return bool(truth);
        }
        if (value instanceof byte[] bytes) {
            return bytes(HexFormat.of().formatHex(bytes));
        }
        if (value instanceof Timestamp moment) {
            return text(dateTime(moment.toLocalDateTime()));
        }
        if (value instanceof LocalDateTime moment) {
            return text(dateTime(moment));
        }
        if (value instanceof Instant moment) {
            return text(dateTime(LocalDateTime.ofInstant(moment, ZoneOffset.UTC)) + "+00:00");
        }
        if (value instanceof ZonedDateTime moment) {
            return write(moment.toOffsetDateTime());
        }
        if (value instanceof OffsetDateTime moment) {
            return text(dateTime(moment.toLocalDateTime())
                    + moment.getOffset().getId().replace("Z", "+00:00"));
        }
        return text(value.toString());
    }

    /** Like the formatter, but cheaper: each step's entry in the history has one. */
    private static String dateTime(LocalDateTime moment) {
        return moment.getYear() < 1 || moment.getYear() > 9999
                ? DATE_TIME.format(moment)
                : moment.toLocalDate() + " " + digits(2, moment.getHour()) + ":" + digits(2, moment.getMinute()) + ":"
                        + digits(2, moment.getSecond()) + "." + digits(9, moment.getNano());
    }

    private static String digits(int count, int number) {
        String digits = Integer.toString(number);
        return "0".repeat(count - digits.length()) + digits;
    }

    /** A string in quotes, with quotes inside doubled. */
    public String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    protected String bool(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    protected String bytes(String hexadecimal) {
        return "X'" + hexadecimal + "'";
    }
}
