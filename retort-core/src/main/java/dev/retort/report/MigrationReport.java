package dev.retort.report;

import dev.retort.migration.Direction;
import dev.retort.migration.RevisionHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run.
 *
 * @param database the database, without passwords
 * @param steps the steps, in order
 * @param heads the version rows at the end
 * @param undone the revision whose half-done step was undone; null if there was none
 */
public record MigrationReport(
        String database,
        List<Step> steps,
        List<String> heads,
        @Nullable String undone) {

    public MigrationReport {
        steps = List.copyOf(steps);
        heads = List.copyOf(heads);
    }

    /** A run that undid nothing. */
    public static MigrationReport of(String database, List<Step> steps, List<String> heads) {
        return new MigrationReport(database, steps, heads, null);
    }

    /**
     * A step that was run.
     *
     * @param revision the revision
     * @param direction the direction
     * @param durationMillis how long it took, in milliseconds
     */
    public record Step(RevisionHeader revision, Direction direction, long durationMillis) {}
}
