package dev.retort.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stamp did.
 *
 * @param database the database, as it may be shown
 * @param before the version rows before
 * @param heads the version rows after
 * @param forgotten the revision of the step that had stopped half-way and was forgotten; null when there was none
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
