package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.MigrationFailedException;
import dev.retort.error.RetortException;
import dev.retort.error.RunInterruptedException;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.error.VersionTableException;
import dev.retort.history.Author;
import dev.retort.history.HistoryEntry;
import dev.retort.history.JournalEntry;
import dev.retort.history.MetadataRights;
import dev.retort.history.MetadataTables;
import dev.retort.history.Standing;
import dev.retort.migration.Direction;
import dev.retort.plan.RowChange;
import dev.retort.report.Resolution;
import dev.retort.secret.FirstLine;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.StopSignal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs one step on the working connection, which stays out of auto-commit mode. If the database can do that, the step's statements, version
 * rows and history entry are one transaction; where a statement commits by itself, a journal always records how far the step is.
 */
final class StepExecutor {

    private static final int VALIDITY_TIMEOUT_SECONDS = 5;

    private static final int MOST_LISTED = 20;

    private static final Advice UNKNOWN_PIECE = Advice.of(
            "The connection is lost, and the database may still be at work. The journal records how far the step is: run the command again.");

    private static final Advice ASKED = Advice.of(
            "If it cannot find out whether the last statement took effect, it asks you to decide with {} or {}.",
            Action.RESUME_RETRY,
            Action.RESUME_DONE);

    /** What failed if it was none of the step's statements. */
    private static final String OWN_NOTE = "Retort's metadata tables, in which it records how far the step is";

    private final Connection connection;
    private final Dialect dialect;
    private final MetadataTables tables;
    private final RunSettings settings;
    private final RunProgress progress;
    private final Author author;
    private final Listeners listeners;
    private final StopSignal stop;
    private final JdbcSink sink;
    private final MetadataRights rights;

    StepExecutor(
            Connection connection,
            Dialect dialect,
            MetadataTables tables,
            RunSettings settings,
            RunProgress progress,
            Listeners listeners,
            StopSignal stop)
            throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.tables = tables;
        this.settings = settings;
        this.progress = progress;
        this.author = Author.of(connection, settings.toolVersion());
        this.listeners = listeners;
        this.stop = stop;
        this.sink = new JdbcSink(connection, dialect, listeners, stop);
        this.rights = new MetadataRights(tables);
    }

    /** The exception when the transaction of a step cannot begin. */
    RetortException notBegun(CompiledStep step, List<JournalEntry> journaled, SQLException e) {
        return ended(
                step, isPiecewise(step, journaled), new StatementFailure("BEGIN, with a query of the version rows", e));
    }

    /** Whether a step is run in several parts, with a journal. */
    boolean isPiecewise(CompiledStep step, List<JournalEntry> journaled) {
        return !journaled.isEmpty() || step.committingPieceByPiece(dialect);
    }

    /**
     * Runs the rest of a step.
     *
     * @param found where the database is
     * @param journaled the journal of an earlier run
     * @param resolution what to do with a statement in doubt
     * @param keys the foreign keys that are not enforced meanwhile
     */
    void run(CompiledStep step, Standing found, List<JournalEntry> journaled, Resolution resolution, SuspendedKeys keys)
            throws SQLException {
        Instant startedAt = Instant.now();
        long start = System.nanoTime();
        listeners.tell(step.step(), MigrationListener::stepStarted);
        boolean piecewise = isPiecewise(step, journaled);
        SessionGuard session = new SessionGuard(connection, dialect);
        try {
            session.begin(step);
            if (piecewise) {
                runPieceByPiece(step, found, journaled, resolution);
            } else {
                runWhole(step);
            }
            long duration = (System.nanoTime() - start) / 1_000_000;
            session.restore();
            if (settings.transactionPerStep()) {
                requireNothingBroken(keys);
            }
            finish(step, found, piecewise, startedAt, duration);
        } catch (StatementFailure failure) {
            throw ended(step, piecewise, failure);
        } catch (SQLException e) {
            throw ended(step, piecewise, new StatementFailure(OWN_NOTE, e));
        } catch (VersionTableException e) {
            Ending ending = ending(step, piecewise, false, e);
            throw new VersionTableException(
                    e.versionTable(), e.problem(), ending.state().and(e.advice()));
        } finally {
            session.restoreAfterFailure();
        }
    }

    /**
     * Commits the steps of a run that is a single transaction.
     *
     * @param step the last one
     * @param keys the foreign keys that were not enforced meanwhile
     */
    void commit(CompiledStep step, SuspendedKeys keys) {
        try {
            requireNothingBroken(keys);
            connection.commit();
        } catch (StatementFailure broken) {
            throw ended(step, false, broken);
        } catch (SQLException e) {
            throw ended(step, false, StatementFailure.ofCommit("of all steps", e));
        }
    }

    private @Nullable SourcePosition place(CompiledStep step, StatementFailure failure) {
        if (failure.getCause() instanceof ScriptException changed
                && changed.position().isPresent()) {
            return changed.position().get();
        }
        return failure.place(begin(step, failure), dialect);
    }

    /** Where what failed is written. */
    private static @Nullable SourcePosition begin(CompiledStep step, StatementFailure failure) {
        return failure.operation().map(step.recording()::position).orElseGet(step::position);
    }

    private static void requireNothingBroken(SuspendedKeys keys) throws StatementFailure {
        try {
            keys.requireNothingBroken();
        } catch (SQLException broken) {
            throw new StatementFailure("the check of what refers to rebuilt tables", broken);
        }
    }

    private RetortException ended(CompiledStep step, boolean piecewise, StatementFailure failure) {
        boolean onRequest = stop.requested() && isCancelled(failure);
        SourcePosition place = place(step, failure);
        Ending ending = ending(step, piecewise, onRequest, failure);
        if (onRequest) {
            return new RunInterruptedException(progress.done().steps(), ending.state(), failure.getCause());
        }
        MigrationFailedException failed = failed(
                step, failure, place, ending.known() ? withLackingRights(ending.state(), failure) : ending.state());
        return stop.requested() ? new RunInterruptedException(progress.done().steps(), failed) : failed;
    }

    private boolean isCancelled(StatementFailure failure) {
        return failure.getCause() instanceof StoppableReader.Stopped
                || failure.getCause() instanceof WatchedConnection.Stopped
                || (failure.getCause() instanceof SQLException said
                        && dialect.failures().isCancelled(said));
    }

    private Advice withLackingRights(Advice state, StatementFailure failure) {
        String lacking = rights.lacking(connection, failure.getCause());
        return lacking.isEmpty() ? state : Advice.of("{}\n{}", state, Advice.of(lacking));
    }

    /**
     * How a step that failed has left the database.
     *
     * @param known whether the database could be queried
     * @param state the sentences for people
     */
    private record Ending(boolean known, Advice state) {}

    private Ending ending(CompiledStep step, boolean piecewise, boolean onRequest, Exception failure) {
        if (rollBack(failure)) {
            try {
                return new Ending(
                        true,
                        piecewise
                                ? halfDone(step, onRequest)
                                : Advice.of(onRequest ? progress.rolledBackOnRequest() : progress.rolledBack()));
            } catch (SQLException | DatabaseAccessException e) {
                failure.addSuppressed(e);
            }
        }
        boolean commitSent = failure instanceof StatementFailure of && of.isOfCommit();
        return new Ending(
                false,
                piecewise
                        ? UNKNOWN_PIECE
                        : commitSent ? progress.unknown(step) : Advice.of(progress.lostBeforeCommit()));
    }

    /** Undoes what a half-done step has done. */
    void undo(CompiledStep step, List<JournalEntry> journaled, SuspendedKeys keys) throws SQLException {
        try {
            rights.requireJournal(connection);
            connection.rollback();
            int done = new JournaledStep(connection, dialect, tables, step).recovered(journaled, Resolution.UNDO);
            new StepReversal(connection, dialect, tables.journal(), step, journaled).run(done, sink);
            requireNothingBroken(keys);
        } catch (StatementFailure failure) {
            throw ended(step, true, failure);
        } catch (SQLException e) {
            throw ended(step, true, new StatementFailure(OWN_NOTE, e));
        }
    }

    private void runWhole(CompiledStep step) throws SQLException, StatementFailure {
        int last = step.executables().size();
        for (int number = 1; number <= last; number++) {
            if (stop.requested()) {
                connection.rollback();
                throw new RunInterruptedException(progress.done().steps(), Advice.of(progress.rolledBackOnRequest()));
            }
            sink.run(step.step(), step.executable(number));
        }
    }

    private void runPieceByPiece(CompiledStep step, Standing found, List<JournalEntry> journaled, Resolution resolution)
            throws SQLException, StatementFailure {
        rights.require(connection, step.step().rowChange());
        // The transaction's snapshot may be as old as its first query, and the first statement needs a new one.
        connection.rollback();
        JournaledStep pieces = new JournaledStep(connection, dialect, tables, step);
        int done = pieces.recovered(journaled, resolution);
        if (!journaled.isEmpty()) {
            listeners.tell(
                    (listener, database) -> listener.resuming(database, step.revision(), step.direction(), done));
        }
        if (!pieces.run(found, done, sink, stop)) {
            throw new RunInterruptedException(progress.done().steps(), halfDone(step, true));
        }
    }

    private void finish(CompiledStep step, Standing found, boolean piecewise, Instant startedAt, long duration)
            throws StatementFailure {
        try {
            if (piecewise) {
                tables.journal().clear(connection, step.revision(), step.direction());
            }
            record(step, found, startedAt, duration);
            listeners.tell(step.step(), MigrationListener::stepApplied);
            if (settings.transactionPerStep()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw StatementFailure.ofCommit("with the version row and the history entry", e);
        }
        progress.finish(step, duration);
        if (settings.transactionPerStep()) {
            listeners.tell(step.step(), (listener, told) -> listener.stepFinished(told, duration));
        }
    }

    private void record(CompiledStep step, Standing found, Instant startedAt, long duration) throws SQLException {
        progress.apply(step);
        RowChange change = step.step().rowChange();
        HistoryEntry entry = historyEntry(step, startedAt, duration);
        if (change.keepsRows()) {
            tables.recordAfter(connection, found.lastEntry(), change, entry);
        } else {
            tables.record(connection, change, entry);
        }
        progress.listed();
    }

    /**
     * Rolls back; returns whether the connection still works. Some databases, such as SQLite, end the transaction themselves when a
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

    private Advice halfDone(CompiledStep step, boolean onRequest) throws SQLException {
        String again = onRequest ? "Run the command again" : "Remove the cause and run the command again";
        List<JournalEntry> entries = tables.journal().entries(connection);
        connection.rollback();
        if (entries.isEmpty()) {
            return Advice.of("Nothing of the step is left. " + progress.before() + " " + again + ".");
        }
        Journal journal = new Journal(step, dialect.syntax());
        List<String> done = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        List<String> inDoubt = new ArrayList<>();
        boolean reversible;
        int left = Math.max(0, entries.size() - MOST_LISTED);
        try {
            for (JournalEntry entry : entries.subList(left, entries.size())) {
                boolean known = entry.closed() && !journal.isDoubtful(entry);
                (journal.isSkipped(entry) ? skipped : known ? done : inDoubt).add(firstLine(step, entry));
            }
            int last = entries.get(entries.size() - 1).statement();
            reversible = new StepReversal(connection, dialect, tables.journal(), step, entries).isPossible(last);
        } catch (ScriptException changed) {
            return Advice.of("Statements of the step that are done and committed: " + Journal.closed(entries) + ". "
                    + progress.before()
                    + " Restore the file as it was, then run the command again to continue after them.");
        }
        String state = (left == 0 ? "" : "Before these, " + left + " statements of the step are done.\n")
                + listed("These statements of the step are done and committed:", done)
                + listed("These did not have to run:", skipped)
                + listed("Part of this may be done and committed:", inDoubt);
        Advice next = Advice.of(
                "{} to continue after them{}",
                Advice.of(state + progress.before() + " " + again),
                reversible
                        ? Advice.of(", or undo them with {}.", Action.RESUME_UNDO)
                        : Advice.of(". Retort cannot undo them. {}", HalfDoneStepException.BY_HAND));
        return inDoubt.isEmpty() ? next : next.and(ASKED);
    }

    private static String listed(String title, List<String> statements) {
        return statements.isEmpty() ? "" : title + "\n" + String.join("\n", statements) + "\n";
    }

    private static String firstLine(CompiledStep step, JournalEntry entry) {
        return "    " + FirstLine.of(Journal.text(step.executables().get(entry.statement() - 1)));
    }

    private MigrationFailedException failed(
            CompiledStep step, StatementFailure failure, @Nullable SourcePosition place, Advice state) {
        return new MigrationFailedException(
                step.revision(),
                step.direction().word(),
                failure.statement(),
                failure.reason(begin(step, failure), dialect),
                state,
                place,
                failure.getCause());
    }

    private HistoryEntry historyEntry(CompiledStep step, Instant startedAt, long duration) {
        return new HistoryEntry(
                progress.runId(),
                step.revision(),
                step.direction() == Direction.UP ? HistoryEntry.Kind.UP : HistoryEntry.Kind.DOWN,
                step.step().revision().summary(),
                step.checksum(),
                author,
                startedAt,
                duration,
                step.step().rowsAfter(),
                progress.digest(),
                progress.unlisted().orElse(null));
    }
}
