package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.MigrationFailedException;
import dev.retort.error.RetortException;
import dev.retort.error.RunInterruptedException;
import dev.retort.error.VersionTableException;
import dev.retort.history.AppliedRevisions;
import dev.retort.history.Author;
import dev.retort.history.HistoryEntry;
import dev.retort.history.JournalEntry;
import dev.retort.history.OwnRights;
import dev.retort.history.OwnTables;
import dev.retort.history.Standing;
import dev.retort.plan.Direction;
import dev.retort.plan.RowChange;
import dev.retort.secret.FirstLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs one step on the working connection, which stays out of auto-commit. Where the database can, the step's statements, its version
 * rows and its history entry are one transaction; where a statement commits by itself, a journal says at every moment how far the
 * step is.
 */
final class StepExecutor {

    private static final int VALIDITY_TIMEOUT_SECONDS = 5;
    private static final String ROLLED_BACK =
            "The step under way was rolled back, nothing of it is left. Run the command again to go on.";

    /** What failed when it was none of the step's statements. */
    private static final String OWN_NOTE = "Retort's own tables, in which it notes how far the step is";

    private final Connection connection;
    private final Dialect dialect;
    private final OwnTables tables;
    private final RunSettings settings;
    private final String runId;
    private final Author author;
    private final MigrationListener listener;
    private final StopSignal stop;
    private final JdbcSink sink;
    private final OwnRights rights;
    private List<String> rows = List.of();
    private Optional<Standing.LastEntry> lastEntry = Optional.empty();
    private AppliedRevisions applied = new AppliedRevisions();
    private boolean listed;

    StepExecutor(
            Connection connection,
            Dialect dialect,
            OwnTables tables,
            RunSettings settings,
            String runId,
            MigrationListener listener,
            StopSignal stop)
            throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.tables = tables;
        this.settings = settings;
        this.runId = runId;
        this.author = Author.of(connection, settings.toolVersion());
        this.listener = listener;
        this.stop = stop;
        this.sink = new JdbcSink(connection, dialect, listener, stop);
        this.rights = new OwnRights(tables);
    }

    /** Says where the steps that follow begin. */
    void beginWith(Standing standing, PreparedPlan plan) {
        rows = standing.rows();
        lastEntry = standing.lastEntry();
        applied = AppliedRevisions.of(plan.applied());
        listed = plan.recorded();
    }

    /**
     * Whether a step begins where the database stands. One that leaves the version rows as they are, so that these cannot tell whether it
     * has run, also needs the history to be as this run knows it.
     */
    boolean canBegin(PreparedStep step, Standing found) {
        return (found.rows().equals(rows) || Set.copyOf(found.rows()).equals(Set.copyOf(rows)))
                && (!step.step().rowChange().keepsRows()
                        || found.lastEntry().equals(lastEntry)
                        || isMine(found.lastEntry()));
    }

    private boolean isMine(Optional<Standing.LastEntry> entry) {
        return entry.filter(last -> last.runId().equals(runId) && last.digest().equals(applied.digest()))
                .isPresent();
    }

    /** What to throw when the transaction of a step cannot begin. */
    RetortException notBegun(PreparedStep step, List<MigrationReport.Step> before, SQLException e) {
        return ended(step, false, before, new StatementFailure("BEGIN, with a look at the version rows", e));
    }

    /** Whether a step is run piece by piece, with a journal. */
    boolean isPiecewise(PreparedStep step, List<JournalEntry> journaled) {
        return !journaled.isEmpty() || step.committingPieceByPiece(dialect);
    }

    /**
     * Runs what is left of a step.
     *
     * @param found where the database stands
     * @param before the steps that this run has finished, for sentences
     * @param journaled what an earlier run has left in the journal
     * @param resolution what to do with a statement in doubt
     */
    MigrationReport.Step run(
            PreparedStep step,
            Standing found,
            List<MigrationReport.Step> before,
            List<JournalEntry> journaled,
            Resolution resolution)
            throws SQLException {
        Instant startedAt = Instant.now();
        long start = System.nanoTime();
        listener.stepStarted(step.step());
        boolean piecewise = isPiecewise(step, journaled);
        SessionGuard session = new SessionGuard(connection, dialect, step);
        try {
            if (piecewise) {
                runPieceByPiece(step, found, before, journaled, resolution);
            } else {
                runWhole(step, before);
            }
            long duration = (System.nanoTime() - start) / 1_000_000;
            session.restore();
            finish(step, found, piecewise, startedAt, duration);
            return new MigrationReport.Step(step.step().revision(), step.step().direction(), duration);
        } catch (StatementFailure failure) {
            throw ended(step, piecewise, before, failure);
        } catch (SQLException e) {
            throw ended(step, piecewise, before, new StatementFailure(OWN_NOTE, e));
        } catch (VersionTableException e) {
            Ending ending = ending(step, piecewise, before, e);
            throw new VersionTableException(e.versionTable(), e.problem() + "\n" + ending.state(), e.remedy());
        } finally {
            session.restoreAfterFailure();
        }
    }

    /**
     * Commits the steps of a run that is one transaction.
     *
     * @param step the last one
     * @param before the steps that this run has finished
     */
    void commit(PreparedStep step, List<MigrationReport.Step> before) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw ended(step, false, before, new StatementFailure("COMMIT, of all steps", e));
        }
    }

    private RetortException ended(
            PreparedStep step, boolean piecewise, List<MigrationReport.Step> before, StatementFailure failure) {
        Ending ending = ending(step, piecewise, before, failure);
        return stop.requested()
                ? new RunInterruptedException(
                        finishedSteps(before), ending.known() && !piecewise ? ROLLED_BACK : ending.state())
                : failed(step, failure, ending.known() ? withLackingRights(ending.state(), failure) : ending.state());
    }

    private String withLackingRights(String state, StatementFailure failure) {
        String lacking = rights.lacking(connection, failure.getCause());
        return lacking.isEmpty() ? state : state + "\n" + lacking;
    }

    /**
     * How a step that did not come to its end has left the database.
     *
     * @param known whether the database could be asked
     * @param state the sentences for people
     */
    private record Ending(boolean known, String state) {}

    private Ending ending(PreparedStep step, boolean piecewise, List<MigrationReport.Step> before, Exception failure) {
        if (rollBack(failure)) {
            try {
                return new Ending(true, piecewise ? halfDone(step, before) : rolledBack(before));
            } catch (SQLException | DatabaseAccessException e) {
                failure.addSuppressed(e);
            }
        }
        return new Ending(false, unknownState(piecewise));
    }

    /** Takes back what a step that stopped half-way has done. */
    void undo(PreparedStep step, List<JournalEntry> journaled) throws SQLException {
        try {
            rights.requireJournal(connection);
            connection.rollback();
            int done = new JournaledStep(connection, dialect, tables, step).recovered(journaled, Resolution.UNDO);
            new StepReversal(connection, dialect, tables.journal(), step).run(done, sink);
        } catch (StatementFailure failure) {
            throw ended(step, true, List.of(), failure);
        } catch (SQLException e) {
            throw ended(step, true, List.of(), new StatementFailure(OWN_NOTE, e));
        }
    }

    private void runWhole(PreparedStep step, List<MigrationReport.Step> before) throws SQLException, StatementFailure {
        for (Executable executable : step.executables()) {
            if (stop.requested()) {
                connection.rollback();
                throw new RunInterruptedException(finishedSteps(before), ROLLED_BACK);
            }
            sink.run(step.step(), executable);
        }
    }

    private void runPieceByPiece(
            PreparedStep step,
            Standing found,
            List<MigrationReport.Step> before,
            List<JournalEntry> journaled,
            Resolution resolution)
            throws SQLException, StatementFailure {
        rights.require(connection, step.step().rowChange());
        // What the transaction saw may be as old as its first look, and the first statement needs a new one.
        connection.rollback();
        JournaledStep pieces = new JournaledStep(connection, dialect, tables, step);
        int done = pieces.recovered(journaled, resolution);
        if (!journaled.isEmpty()) {
            listener.resuming(step.revision(), step.direction(), done);
        }
        if (!pieces.run(found, done, sink, stop)) {
            throw new RunInterruptedException(finishedSteps(before), halfDone(step, before));
        }
    }

    private void finish(PreparedStep step, Standing found, boolean piecewise, Instant startedAt, long duration)
            throws StatementFailure {
        try {
            if (piecewise) {
                tables.journal().clear(connection, step.revision(), step.direction());
            }
            record(step, found, startedAt, duration);
            listener.stepApplied(step.step());
            if (settings.transactionPerStep()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new StatementFailure("COMMIT, with the version row and the history entry", e);
        }
        if (settings.transactionPerStep()) {
            listener.stepFinished(step.step(), duration);
        }
    }

    private void record(PreparedStep step, Standing found, Instant startedAt, long duration) throws SQLException {
        if (step.direction() == Direction.UP) {
            applied.add(step.revision());
        } else {
            applied.remove(step.revision());
        }
        RowChange change = step.step().rowChange();
        HistoryEntry entry = historyEntry(step, startedAt, duration);
        if (change.keepsRows()) {
            tables.recordAfter(connection, found.lastEntry(), change, entry);
        } else {
            tables.record(connection, change, entry);
        }
        listed = true;
        rows = step.step().rowsAfter();
    }

    /**
     * Rolls back; whether the connection still lives. Some databases, SQLite for one, have ended the transaction themselves when a
     * statement is cancelled or the disk is full.
     */
    private boolean rollBack(Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException ended) {
            failure.addSuppressed(ended);
        }
        try {
            return connection.isValid(VALIDITY_TIMEOUT_SECONDS);
        } catch (SQLException lost) {
            failure.addSuppressed(lost);
            return false;
        }
    }

    private int finishedSteps(List<MigrationReport.Step> before) {
        return settings.transactionPerStep() ? before.size() : 0;
    }

    private static String unknownState(boolean piecewise) {
        return piecewise
                ? "The connection is lost, and the database may still be at work. The journal says how far the step is: run the command"
                        + " again."
                : "The connection is lost: the step is there as a whole or not at all. 'retort current' tells; run the command"
                        + " again.";
    }

    private String rolledBack(List<MigrationReport.Step> before) {
        if (!settings.transactionPerStep()) {
            return "Everything was rolled back: the database is as it was before the run.";
        }
        return "The step was rolled back, nothing of it is left. " + finished(before)
                + " Remove the cause and run the command again.";
    }

    private String halfDone(PreparedStep step, List<MigrationReport.Step> before) throws SQLException {
        List<JournalEntry> entries = tables.journal().entries(connection);
        connection.rollback();
        if (entries.isEmpty()) {
            return "Nothing of the step is left. " + finished(before) + " Remove the cause and run the command again.";
        }
        List<String> done = new ArrayList<>();
        List<String> inDoubt = new ArrayList<>();
        for (JournalEntry entry : entries) {
            (entry.closed() ? done : inDoubt).add(firstLine(step, entry));
        }
        StringBuilder state = new StringBuilder();
        if (!done.isEmpty()) {
            state.append("These statements of the step are done and committed:\n")
                    .append(String.join("\n", done))
                    .append('\n');
        }
        if (!inDoubt.isEmpty()) {
            state.append("A part of this may be done and committed:\n")
                    .append(String.join("\n", inDoubt))
                    .append('\n');
        }
        int last = entries.get(entries.size() - 1).statement();
        boolean reversible = new StepReversal(connection, dialect, tables.journal(), step).isPossible(last);
        return state + finished(before) + " Remove the cause and run the command again to go on after them"
                + (reversible
                        ? ", or take them back with 'retort resume --undo'."
                        : ". Retort cannot take them back. " + HalfDoneStepException.BY_HAND);
    }

    private static String firstLine(PreparedStep step, JournalEntry entry) {
        return "    " + FirstLine.of(Journal.text(step.executables().get(entry.statement() - 1)));
    }

    private static String finished(List<MigrationReport.Step> before) {
        if (before.isEmpty()) {
            return "No step was finished.";
        }
        return before.size() == 1
                ? "One step was finished before it: " + before.get(0).revision().id() + "."
                : before.size() + " steps were finished before it, the last is "
                        + before.get(before.size() - 1).revision().id() + ".";
    }

    private MigrationFailedException failed(PreparedStep step, StatementFailure failure, String state) {
        return new MigrationFailedException(
                step.revision(),
                step.direction().word(),
                failure.statement(),
                failure.reason(),
                state,
                failure.operation().map(step.recording()::position).orElseGet(step::position),
                failure.getCause());
    }

    private HistoryEntry historyEntry(PreparedStep step, Instant startedAt, long duration) {
        return new HistoryEntry(
                runId,
                step.revision(),
                step.direction() == Direction.UP ? HistoryEntry.Kind.UP : HistoryEntry.Kind.DOWN,
                step.step().revision().summary(),
                step.checksum(),
                author,
                startedAt,
                duration,
                step.step().rowsAfter(),
                applied.digest(),
                listed ? Optional.empty() : Optional.of(applied.list()));
    }
}
