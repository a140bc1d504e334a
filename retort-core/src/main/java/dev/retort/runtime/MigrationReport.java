package dev.retort.runtime;

import dev.retort.plan.Direction;
import dev.retort.revision.RevisionHeader;
import java.util.List;
import java.util.Optional;

/**
 * What a run did.
 *
 * @param steps the steps, in order
 * @param heads the version rows at the end
 * @param undone the revision of which a half-done step was undone
 */
public record MigrationReport(List<Step> steps, List<String> heads, Optional<String> undone) {

    public MigrationReport {
        steps = List.copyOf(steps);
        heads = List.copyOf(heads);
    }

    /** A run that undid nothing. */
    public MigrationReport(List<Step> steps, List<String> heads) {
        this(steps, heads, Optional.empty());
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
