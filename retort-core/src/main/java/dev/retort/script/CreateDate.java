package dev.retort.script;

import dev.retort.error.ConfigurationException;
import dev.retort.error.NearMatches;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The creation date of a new revision, in the zone that its file name shows. */
final class CreateDate {

    private CreateDate() {}

    /**
     * An instant in a zone, in whole seconds.
     *
     * @param timezone a zone's name in any case, or an offset such as {@code +02:00}; null or blank for the local zone
     * @throws ConfigurationException if there is no such zone
     */
    static ZonedDateTime of(Instant instant, @Nullable String timezone) {
        ZoneId zone = timezone == null || timezone.isBlank() ? ZoneId.systemDefault() : zone(timezone.strip());
        return instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone);
    }

    private static ZoneId zone(String name) {
        List<String> known = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        Optional<String> spelled = known.stream().filter(name::equalsIgnoreCase).findFirst();
        try {
            return ZoneId.of(spelled.orElse(name));
        } catch (DateTimeException e) {
            String hint = NearMatches.of(name, known).stream()
                    .findFirst()
                    .map(near -> "Did you mean '" + near + "'?")
                    .orElse("Use a name such as Europe/Berlin or UTC; leave it out for local time.");
            throw new ConfigurationException("timezone", "There is no time zone '" + name + "'.", null, hint);
        }
    }
}
