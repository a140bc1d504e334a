package dev.retort.plan;

import java.util.List;

/**
 * The steps of an upgrade or a downgrade, in the order in which they run.
 *
 * @param rowsBefore the rows of the version table before the first step, in load order
 * @param steps the steps; none if there is nothing to do
 */
public record MigrationPlan(List<String> rowsBefore, List<PlannedStep> steps) {

    public MigrationPlan {
        rowsBefore = List.copyOf(rowsBefore);
        steps = List.copyOf(steps);
    }

    /** The rows of the version table after the last step, in load order. */
    public List<String> rowsAfter() {
        return steps.isEmpty() ? rowsBefore : steps.get(steps.size() - 1).rowsAfter();
    }
}
