package dev.retort.spi;

import dev.retort.error.RetortException;
import dev.retort.migration.Direction;
import java.util.List;

/**
 * Listens to runs, on the thread of the run. An exception of {@link #statementStarted} or {@link #statementFinished} fails the step like a
 * failing statement; one of another event ends the run and is thrown as it is. What the running step has not committed is rolled back. An
 * exception of {@link #failed} is added to the failure as a suppressed one.
 */
public interface MigrationListener {

    /** A listener that does nothing. */
    MigrationListener SILENT = new MigrationListener() {};

    /** The plan is complete and checked; nothing has run. */
    default void planned(String database, List<MigrationStep> steps) {}

    /** Another run holds the lock; this run waits. */
    default void waitingForLock(String database, String holder) {}

    /** A half-done step of an earlier run continues. */
    default void resuming(String database, String revision, Direction direction, int statementsDone) {}

    /** A step begins. */
    default void stepStarted(MigrationStep step) {}

    /**
     * A statement is about to run, or a question on which one depends: what an operation sends to ask, or, where it reads the definition of
     * a table, a phrase that begins with {@code Ask the catalog}.
     */
    default void statementStarted(MigrationStep step, String sql) {}

    /** A statement has run, or a question is answered. */
    default void statementFinished(MigrationStep step, String sql, long durationMillis) {}

    /**
     * People should know something: statements to come do more than changes of a schema usually do, such as making a table anew, or the
     * revision says it with {@code op.remark(…)}. The script of offline SQL has it as a comment.
     *
     * @param text what to know, one sentence or more
     */
    default void noticed(MigrationStep step, String text) {}

    /**
     * The server has sent a message about a statement, such as a notice or a warning.
     *
     * @param text the message
     */
    default void serverSaid(MigrationStep step, String text) {}

    /** A step has run and its version rows are written; it is not committed yet. */
    default void stepApplied(MigrationStep step) {}

    /** A step is committed. */
    default void stepFinished(MigrationStep step, long durationMillis) {}

    /** Files of applied revisions have changed, and the settings allow that. */
    default void changedFiles(String database, List<String> revisions) {}

    /**
     * There are missed revisions, and the settings allow that.
     *
     * @param remarks what needs them now and did not when it was applied, and which applied revisions no file has, one sentence each
     */
    default void missedRevisions(String database, List<String> revisions, List<String> remarks) {}

    /**
     * There are applied revisions that no file has; nothing is done about them.
     *
     * @param remarks a sentence for each
     */
    default void unfiledRevisions(String database, List<String> remarks) {}

    /**
     * A newer version of the application has upgraded the database, and the settings allow that: nothing is run.
     *
     * @param rows the version rows
     */
    default void newerDatabase(String database, List<String> rows) {}

    /** The run failed. */
    default void failed(String database, RetortException failure) {}
}
