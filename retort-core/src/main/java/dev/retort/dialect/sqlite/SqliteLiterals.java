package dev.retort.dialect.sqlite;

import dev.retort.dialect.Literals;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/**
 * How SQLite writes values. Dates and times are texts in the format of its own functions; instants are in UTC, like
 * {@code CURRENT_TIMESTAMP}: https://www.sqlite.org/lang_datefunc.html
 */
final class SqliteLiterals extends Literals {

    static final SqliteLiterals INSTANCE = new SqliteLiterals();

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
            .toFormatter();

    @Override
    public @Nullable Object value(@Nullable Object value) {
        Object standard = super.value(value);
        if (standard instanceof LocalDate date) {
            return date.toString();
        }
        if (standard instanceof LocalTime time) {
            return TIME.format(time);
        }
        if (standard instanceof LocalDateTime moment) {
            return moment.toLocalDate() + " " + TIME.format(moment);
        }
        return standard instanceof OffsetDateTime moment
                ? value(moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime())
                : standard;
    }

    @Override
    public String write(@Nullable Object value) {
        return super.write(value(value));
    }
}
