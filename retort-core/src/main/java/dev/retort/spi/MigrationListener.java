package dev.retort.spi;

import dev.retort.error.RetortException;
import dev.retort.migration.Direction;
import java.util.List;

/**
 * Hears what a run does, while it does it, on the thread of the run. An exception of a listener fails the step and is rolled back with
 * it where the database can.
 */
public interface MigrationListener {

    /** Hears nothing. */
    MigrationListener SILENT = new MigrationListener() {};

    /** The plan is made and checked; nothing has run. */
    default void planned(String database, List<MigrationStep> steps) {}

    /** Somebody else holds the lock; the run waits. */
    default void waitingForLock(String database, String holder) {}

    /** A half-done step of an earlier run goes on. */
    default void resuming(String database, String revision, Direction direction, int statementsDone) {}

    /** A step begins. */
    default void stepStarted(MigrationStep step) {}

    /** A statement is about to run. */
    default void statementStarted(MigrationStep step, String sql) {}

    /** A statement has run. */
    default void statementFinished(MigrationStep step, String sql, long durationMillis) {}

    /**
     * The server says something about a statement that it has run, such as a notice or a warning.
     *
     * @param text what it says
     */
    default void serverSaid(MigrationStep step, String text) {}

    /** A step has run and its version rows are written; it is not committed yet. */
    default void stepApplied(MigrationStep step) {}

    /** A step is committed. */
    default void stepFinished(MigrationStep step, long durationMillis) {}

    /** Applied files that were changed since, and that the settings let pass. */
    default void changedFiles(String database, List<String> revisions) {}

    /**
     * Revisions that lie below applied ones and were never run, and that the settings leave alone.
     *
     * @param remarks what needs them now and did not when it was applied, and what was applied and no file has, as sentences
     */
    default void missedRevisions(String database, List<String> revisions, List<String> remarks) {}

    /**
     * Revisions that are applied, as the history says, and that no file has; nothing is done about them.
     *
     * @param remarks a sentence for each
     */
    default void unfiledRevisions(String database, List<String> remarks) {}

    /**
     * A newer version of the application has upgraded the database, and the settings let it pass: nothing is run.
     *
     * @param rows the version rows
     */
    default void newerDatabase(String database, List<String> rows) {}

    /** The run failed. */
    default void failed(String database, RetortException failure) {}
}
