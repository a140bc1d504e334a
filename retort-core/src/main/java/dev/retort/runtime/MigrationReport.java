package dev.retort.runtime;

import dev.retort.plan.Direction;
import dev.retort.revision.RevisionHeader;
import java.util.List;

/**
 * What a run did.
 *
 * @param steps the steps, in order
 * @param heads the version rows at the end
 */
public record MigrationReport(List<Step> steps, List<String> heads) {

    public MigrationReport {
        steps = List.copyOf(steps);
        heads = List.copyOf(heads);
    }

    /**
     * One step that was run.
     *
     * @param revision the revision
     * @param direction the direction
     * @param durationMillis how long it took, in milliseconds
     */
    public record Step(RevisionHeader revision, Direction direction, long durationMillis) {}
}
