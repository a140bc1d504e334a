package dev.retort.plan;

import java.util.List;

/**
 * A change of the version table without running a revision.
 *
 * @param from the rows that the step removes, in load order; none if a row is only added
 * @param to the only row that replaces them, or none
 * @param rowChange the change itself
 * @param rowsAfter the rows after the step, in load order
 */
public record StampStep(List<String> from, List<String> to, RowChange rowChange, List<String> rowsAfter) {

    public StampStep {
        from = List.copyOf(from);
        to = List.copyOf(to);
        rowsAfter = List.copyOf(rowsAfter);
    }
}
