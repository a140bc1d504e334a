package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.MigrationLock;
import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.LockLostException;
import dev.retort.error.SharedSessionException;
import dev.retort.error.UsageException;
import dev.retort.error.VersionTableException;
import dev.retort.history.JournalEntry;
import dev.retort.history.JournalTable;
import dev.retort.history.MetadataTables;
import dev.retort.history.Standing;
import dev.retort.plan.RowChange;
import dev.retort.report.MigrationReport;
import dev.retort.report.Resolution;
import dev.retort.runtime.MigrationRunner.Planning;
import dev.retort.spi.StopSignal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run that has the lock. Runs that the lock does not keep apart, because a pooler shares the sessions that hold it, are kept apart by
 * their steps: each begins only where the version table says.
 */
final class LockedRun {

    private final Connection working;
    private final Dialect dialect;
    private final MetadataTables tables;
    private final MigrationLock lock;
    private final LockKeeper keeper;
    private final RunSettings settings;
    private final Listeners listeners;
    private final StopSignal stop;
    private final RunProgress progress;

    LockedRun(
            Connection working,
            Dialect dialect,
            MetadataTables tables,
            MigrationLock lock,
            LockKeeper keeper,
            RunSettings settings,
            Listeners listeners,
            StopSignal stop) {
        this.working = working;
        this.dialect = dialect;
        this.tables = tables;
        this.lock = lock;
        this.keeper = keeper;
        this.settings = settings;
        this.listeners = listeners;
        this.stop = stop;
        this.progress = new RunProgress(settings.transactionPerStep());
    }

    /**
     * Runs the steps.
     *
     * @param first where the database was when they were planned
     * @param plan the steps
     * @param planning plans again if the database is somewhere else
     */
    MigrationReport run(Standing first, CompiledPlan plan, Planning planning, Resolution resolution)
            throws SQLException {
        Standing standing = tables.standing(working);
        CompiledPlan current = standing.equals(first) ? plan : planning.from(standing);
        List<JournalEntry> journaled = tables.journal().entries(working);
        if (journaled.isEmpty() && resolution != Resolution.ASK) {
            return MigrationReport.of(listeners.database(), List.of(), standing.rows());
        }
        requireThatAllCanRun(current.steps(), journaled);
        requireThatTheFirstStepGoesOn(journaled, current.steps());
        working.setAutoCommit(false);
        try {
            createTables();
            awaitTheEndOfWhoBegan(journaled);
            StepExecutor executor = new StepExecutor(working, dialect, tables, settings, progress, listeners, stop);
            progress.beginWith(standing, current);
            if (resolution == Resolution.UNDO) {
                CompiledStep step = current.steps().get(0);
                try (SuspendedKeys keys = SuspendedKeys.during(List.of(step), working, dialect)) {
                    executor.undo(step, journaled, keys);
                }
                return new MigrationReport(listeners.database(), List.of(), standing.rows(), step.revision());
            }
            runAll(executor, current, planning, journaled, resolution);
            return progress.report(listeners.database());
        } finally {
            endTransaction();
        }
    }

    private void runAll(
            StepExecutor executor,
            CompiledPlan plan,
            Planning planning,
            List<JournalEntry> journaled,
            Resolution resolution)
            throws SQLException {
        if (settings.transactionPerStep()) {
            runEach(executor, plan, planning, journaled, resolution);
        } else if (!plan.steps().isEmpty()) {
            try (SuspendedKeys keys = SuspendedKeys.during(plan.steps(), working, dialect)) {
                runEach(executor, plan, planning, journaled, resolution);
                executor.commit(plan.steps().get(plan.steps().size() - 1), keys);
            }
            for (RunProgress.Finished one : progress.finished()) {
                listeners.tell(one.step(), (listener, told) -> listener.stepFinished(told, one.durationMillis()));
            }
        }
    }

    private void runEach(
            StepExecutor executor,
            CompiledPlan plan,
            Planning planning,
            List<JournalEntry> journaled,
            Resolution resolution)
            throws SQLException {
        Deque<CompiledStep> left = new ArrayDeque<>(plan.steps());
        boolean codeHasRun = false;
        while (!left.isEmpty()) {
            requireTheLock(codeHasRun);
            if (stop.requested()) {
                throw progress.done().stopped();
            }
            CompiledStep step = left.removeFirst();
            requireASessionOfItsOwn(List.of(step), List.of());
            List<JournalEntry> ofThisStep = progress.finished().isEmpty() ? journaled : List.of();
            List<CompiledStep> ofItsOwn = settings.transactionPerStep() ? List.of(step) : List.of();
            try (SuspendedKeys keys = SuspendedKeys.during(ofItsOwn, working, dialect)) {
                Standing found = begin(executor, step, ofThisStep);
                if (!progress.canBegin(step, found)) {
                    left = new ArrayDeque<>(planAnew(step, planning));
                    continue;
                }
                executor.run(step, found, ofThisStep, resolution, keys);
            }
            codeHasRun = step.runsCode();
        }
    }

    private void createTables() throws SQLException {
        if (lock.transactionQuery().isPresent()) {
            boolean unused = inATransactionOfItsOwn("SELECT 1", answer -> true);
        }
        tables.create(working);
        working.commit();
    }

    /** A session that has lost its lock may still be running the statement that it began. */
    private void awaitTheEndOfWhoBegan(List<JournalEntry> journaled) throws SQLException {
        JournalEntry last = journaled.isEmpty() ? null : journaled.get(journaled.size() - 1);
        if (last == null || last.closed()) {
            return;
        }
        Optional<String> session = tables.journal().openedBy(working, last);
        working.rollback();
        if (session.isPresent()) {
            boolean unused = keeper.acquire(
                    () -> living(session.get()).orElse("a session that has ended") + ", which began statement "
                            + last.statement() + " of '" + last.revision()
                            + "'; end that session if its program is gone",
                    () -> living(session.get()).isPresent() ? Optional.<Boolean>empty() : Optional.of(true),
                    progress.done());
        }
    }

    private Optional<String> living(String session) throws SQLException {
        Optional<String> living = dialect.sessions().living(working, session);
        working.rollback();
        return living;
    }

    /**
     * Begins the transaction of a step. The last entry of the history is read only for steps that the version rows alone cannot tell apart,
     * and nothing is read if the lock keeps all others out and the end of the transaction tells.
     */
    private Standing begin(StepExecutor executor, CompiledStep step, List<JournalEntry> journaled) throws SQLException {
        RowChange change = step.step().rowChange();
        boolean needsEntry = change.keepsRows() || executor.isPiecewise(step, journaled);
        if (!needsEntry && change.isCompareAndSet() && lock.isExclusive()) {
            return new Standing(progress.rows(), null);
        }
        try {
            return needsEntry
                    ? inATransactionOfItsOwn(tables.standingQuery(), tables::standing)
                    : new Standing(inATransactionOfItsOwn(tables.version().rowsQuery(), tables.version()::rows), null);
        } catch (SQLException e) {
            throw executor.notBegun(step, journaled, e);
        }
    }

    /** Reads the result of a query. */
    private interface AnswerReader<T> {
        T read(ResultSet answer) throws SQLException;
    }

    /** Begins a transaction once no other run is in one, and runs a query in it. */
    private <T> T inATransactionOfItsOwn(String query, AnswerReader<T> reader) throws SQLException {
        return keeper.acquire(lock::holder, () -> asked(query, reader), progress.done());
    }

    /** Taking the lock and running the query is one round trip. */
    private <T> Optional<T> asked(String query, AnswerReader<T> reader) throws SQLException {
        Optional<String> locking = lock.transactionQuery();
        try (Statement statement = working.createStatement()) {
            boolean unused =
                    statement.execute(locking.map(first -> first + "; " + query).orElse(query));
            if (locking.isPresent() && !(says(statement.getResultSet()) && statement.getMoreResults())) {
                working.rollback();
                return Optional.empty();
            }
            return Optional.of(reader.read(statement.getResultSet()));
        }
    }

    private static boolean says(ResultSet answer) throws SQLException {
        return answer.next() && answer.getBoolean(1);
    }

    /** Another run has moved the database, which the lock should have prevented; behind a pooler it does not. */
    private List<CompiledStep> planAnew(CompiledStep step, Planning planning) throws SQLException {
        Standing found = tables.readStanding(working);
        Standing.LastEntry entry = found.lastEntry();
        boolean byAnotherRun = entry != null && !entry.runId().equals(progress.runId());
        if (!settings.transactionPerStep() || !byAnotherRun) {
            throw new VersionTableException(
                    tables.version().name().toString(),
                    "The version table " + tables.version().name()
                            + " was changed by somebody else during this run: it holds "
                            + (found.rows().isEmpty() ? "nothing" : String.join(", ", found.rows())) + ", and the "
                            + step.direction().word() + " of '" + step.revision() + "' does not begin there.",
                    Advice.of("{} shows what it contains now. Runs of Retort wait for each other.", Action.CURRENT));
        }
        working.rollback();
        working.setAutoCommit(true);
        try {
            Standing standing = tables.standing(working);
            CompiledPlan anew = planning.from(standing);
            requireThatAllCanRun(anew.steps(), tables.journal().entries(working));
            progress.beginWith(standing, anew);
            return anew.steps();
        } finally {
            working.setAutoCommit(false);
        }
    }

    /** Checks what is known before the first step. */
    private void requireThatAllCanRun(List<CompiledStep> steps, List<JournalEntry> journaled) throws SQLException {
        requireASessionOfItsOwn(steps, journaled);
        requireRoomFor(steps);
        requireKeysThatCanBeSuspended(steps);
        NamedRoles.require(working, dialect, steps);
        MissingObjects.refuse(working, dialect, steps);
        if (journaled.isEmpty()) {
            MissingTables.refuse(working, dialect, steps);
        }
    }

    /**
     * Statements that commit by themselves have only the session lock to keep another run out, and so does a transaction where there are no
     * transaction locks.
     */
    private void requireASessionOfItsOwn(List<CompiledStep> steps, List<JournalEntry> journaled) throws SQLException {
        Optional<String> committing = Stream.concat(
                        journaled.stream().map(JournalEntry::revision),
                        steps.stream()
                                .filter(step ->
                                        lock.transactionQuery().isEmpty() || step.committingPieceByPiece(dialect))
                                .map(CompiledStep::revision))
                .findFirst();
        if (committing.isEmpty()) {
            return;
        }
        Optional<String> sharing = lock.sharing();
        if (sharing.isPresent()) {
            throw new SharedSessionException(
                    sharing.get(), committing.get(), progress.done().steps());
        }
    }

    /** What a step breaks is found before its commit, which must be the only one. */
    private void requireKeysThatCanBeSuspended(List<CompiledStep> steps) throws SQLException {
        for (CompiledStep step : steps) {
            if (step.suspendsForeignKeys()
                    && step.committingPieceByPiece(dialect)
                    && dialect.foreignKeys().isOn(working)) {
                throw new UsageException(
                        "Revision '" + step.revision()
                                + "' rebuilds a table and runs statements outside the transaction, while foreign keys are enforced.",
                        "Nothing was run. Put the statements outside the transaction into a revision of their own.");
            }
        }
    }

    private void requireRoomFor(List<CompiledStep> steps) throws SQLException {
        tables.version()
                .requireRoomFor(
                        working,
                        steps.stream()
                                .flatMap(step -> step.step().rowsAfter().stream())
                                .collect(Collectors.toSet()));
    }

    private void requireTheLock(boolean codeHasRun) throws SQLException {
        Done done = progress.done();
        boolean held;
        try {
            held = lock.isHeld() && !(codeHasRun && isGivenUp());
        } catch (SQLException e) {
            throw new LockLostException(done.steps(), done.said(), e);
        }
        if (!held) {
            throw new LockLostException(done.steps(), done.said(), null);
        }
    }

    private boolean isGivenUp() throws SQLException {
        boolean givenUp = lock.isGivenUp();
        if (settings.transactionPerStep()) {
            // The query has begun a transaction, which the step begins itself.
            working.rollback();
        }
        return givenUp;
    }

    private void endTransaction() {
        try {
            working.rollback();
            working.setAutoCommit(true);
        } catch (SQLException e) {
            System.getLogger(LockedRun.class.getName())
                    .log(System.Logger.Level.DEBUG, "The connection is gone; its transaction ends with it.", e);
        }
    }

    private static void requireThatTheFirstStepGoesOn(List<JournalEntry> journaled, List<CompiledStep> steps) {
        if (journaled.isEmpty()) {
            return;
        }
        JournalEntry entry = journaled.get(journaled.size() - 1);
        boolean goesOn = !steps.isEmpty()
                && steps.get(0).revision().equals(entry.revision())
                && steps.get(0).direction() == entry.direction();
        if (!goesOn) {
            throw JournalTable.halfDone(journaled, "Nothing else can run before it is completed or undone.");
        }
    }
}
