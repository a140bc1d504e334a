package dev.retort.report;

import java.util.List;
import java.util.Optional;

/**
 * What a stamp did.
 *
 * @param before the version rows before
 * @param heads the version rows after
 * @param forgotten the revision of the step that had stopped half-way and was forgotten
 */
public record StampReport(List<String> before, List<String> heads, Optional<String> forgotten) {

    public StampReport {
        before = List.copyOf(before);
        heads = List.copyOf(heads);
    }
}
