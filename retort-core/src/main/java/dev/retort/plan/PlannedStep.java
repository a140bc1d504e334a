package dev.retort.plan;

import dev.retort.migration.Direction;
import dev.retort.migration.RevisionHeader;
import java.util.List;

/**
 * A revision to run in one direction.
 *
 * @param revision the revision
 * @param direction the direction
 * @param rowChange the change of the version table
 * @param rowsAfter the rows of the version table after the step, in load order
 */
public record PlannedStep(RevisionHeader revision, Direction direction, RowChange rowChange, List<String> rowsAfter) {

    public PlannedStep {
        rowsAfter = List.copyOf(rowsAfter);
    }
}
