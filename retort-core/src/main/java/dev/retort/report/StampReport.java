package dev.retort.report;

import java.util.List;

/**
 * What a stamp did.
 *
 * @param before the version rows before
 * @param heads the version rows after
 */
public record StampReport(List<String> before, List<String> heads) {

    public StampReport {
        before = List.copyOf(before);
        heads = List.copyOf(heads);
    }
}
