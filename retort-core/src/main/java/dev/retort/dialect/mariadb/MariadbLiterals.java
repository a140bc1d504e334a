package dev.retort.dialect.mariadb;

import dev.retort.dialect.Literals;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** How MariaDB writes values. A backslash escapes the next character, unless {@code sql_mode} contains NO_BACKSLASH_ESCAPES. */
public final class MariadbLiterals extends Literals {

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
        return super.value(value);
    }

    @Override
    public String text(String value) {
        return super.text(value.replace("\\", "\\\\"));
    }
}
