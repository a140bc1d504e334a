package dev.retort.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a stamp.
 *
 * @param database the database, without passwords
 * @param before the version rows before
 * @param heads the version rows after
 * @param forgotten the revision whose half-done step was forgotten; null if there was none
 */
public record StampReport(
        String database,
        List<String> before,
        List<String> heads,
        @Nullable String forgotten) {

    public StampReport {
        before = List.copyOf(before);
        heads = List.copyOf(heads);
    }
}
