package dev.retort.plan;

import java.util.List;

/**
 * The steps of a stamp.
 *
 * @param rowsBefore the rows before the first step, in load order
 * @param steps the steps; none if the rows are as desired already
 */
public record StampPlan(List<String> rowsBefore, List<StampStep> steps) {

    public StampPlan {
        rowsBefore = List.copyOf(rowsBefore);
        steps = List.copyOf(steps);
    }

    /** The rows after the last step, in load order. */
    public List<String> rowsAfter() {
        return steps.isEmpty() ? rowsBefore : steps.get(steps.size() - 1).rowsAfter();
    }
}
