package dev.retort.runtime;

import dev.retort.dialect.ConnectionSource;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.MigrationLock;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.RetortException;
import dev.retort.error.RunInterruptedException;
import dev.retort.history.JournalEntry;
import dev.retort.history.JournalTable;
import dev.retort.history.OwnTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Runs the steps that lead a database somewhere: reads the version rows, has the steps planned and prepared, and, when there are any,
 * takes the lock, reads the rows again and runs them one after the other.
 */
@SuppressWarnings("exports") // for the commands of this module alone
public final class MigrationRunner {

    /** Plans and prepares the steps from some version rows. Called again when the rows changed before the lock was held. */
    @FunctionalInterface
    public interface Planning {
        List<PreparedStep> from(List<String> rows);
    }

    private final ConnectionSource connections;
    private final Dialect dialect;
    private final OwnTables tables;
    private final RunSettings settings;
    private final MigrationListener listener;
    private final StopSignal stop;

    public MigrationRunner(
            ConnectionSource connections,
            Dialect dialect,
            OwnTables tables,
            RunSettings settings,
            MigrationListener listener,
            StopSignal stop) {
        this.connections = connections;
        this.dialect = dialect;
        this.tables = tables;
        this.settings = settings;
        this.listener = listener;
        this.stop = stop;
    }

    /**
     * Runs what is planned. Locks nothing and creates nothing when nothing is to be done.
     *
     * @param working the connection that does the work, in auto-commit; it is given back in auto-commit
     * @throws RetortException when a step cannot be run; everything that was run is said
     */
    public MigrationReport run(Connection working, Planning planning) {
        return run(working, planning, Resolution.ASK);
    }

    /**
     * Goes on with a step that stopped half-way, then does what is planned.
     *
     * @param resolution what to do with a statement in doubt
     */
    public MigrationReport run(Connection working, Planning planning, Resolution resolution) {
        try {
            LockKeeper keeper = new LockKeeper(settings.lockTimeout(), listener, stop);
            List<String> rows = keeper.patiently(dialect, () -> tables.version().rows(working));
            List<PreparedStep> steps = planned(planning, rows);
            if (steps.isEmpty() && tables.journal().entries(working).isEmpty()) {
                return new MigrationReport(List.of(), rows);
            }
            listener.planned(steps);
            OwnTables located = tables.located(working);
            try (MigrationLock lock =
                    dialect.lock(working, connections, located.version().lockKey())) {
                keeper.acquire(lock);
                List<String> lockedRows = located.version().rows(working);
                List<PreparedStep> current = lockedRows.equals(rows) ? steps : planned(planning, lockedRows);
                located.create(working);
                return runLocked(working, located, lock, lockedRows, current, resolution);
            }
        } catch (RetortException failure) {
            listener.failed(failure);
            throw failure;
        } catch (SQLException e) {
            RetortException failure =
                    new DatabaseAccessException("The database does not answer as expected: " + e.getMessage(), null, e);
            listener.failed(failure);
            throw failure;
        }
    }

    private MigrationReport runLocked(
            Connection working,
            OwnTables located,
            MigrationLock lock,
            List<String> rows,
            List<PreparedStep> steps,
            Resolution resolution)
            throws SQLException {
        List<JournalEntry> journaled = located.journal().entries(working);
        if (journaled.isEmpty() && resolution != Resolution.ASK) {
            return new MigrationReport(List.of(), rows);
        }
        requireThatTheFirstStepGoesOn(journaled, steps);
        located.version()
                .requireRoomFor(
                        working,
                        steps.stream()
                                .flatMap(step -> step.step().rowsAfter().stream())
                                .collect(Collectors.toSet()));
        List<MigrationReport.Step> done = new ArrayList<>();
        List<String> heads = rows;
        working.setAutoCommit(false);
        try {
            StepExecutor executor = new StepExecutor(
                    working, dialect, located, settings, UUID.randomUUID().toString(), listener, stop);
            if (resolution == Resolution.UNDO) {
                PreparedStep step = steps.get(0);
                executor.undo(step, journaled);
                return new MigrationReport(List.of(), rows, Optional.of(step.revision()));
            }
            for (PreparedStep step : steps) {
                requireTheLock(lock, done);
                if (stop.requested()) {
                    throw interrupted(done);
                }
                done.add(executor.run(step, done, done.isEmpty() ? journaled : List.of(), resolution));
                heads = step.step().rowsAfter();
            }
            if (!settings.transactionPerStep() && !steps.isEmpty()) {
                executor.commit(steps.get(steps.size() - 1), done);
                tellWhatIsCommittedOnlyNow(steps, done);
            }
        } finally {
            endTransaction(working);
        }
        return new MigrationReport(done, heads);
    }

    private RunInterruptedException interrupted(List<MigrationReport.Step> done) {
        return settings.transactionPerStep()
                ? new RunInterruptedException(done.size(), "Run the command again to go on.")
                : new RunInterruptedException(
                        0, "Everything was rolled back: the database is as it was before the run.");
    }

    private static void requireTheLock(MigrationLock lock, List<MigrationReport.Step> done) throws SQLException {
        if (!lock.isHeld()) {
            throw new DatabaseAccessException(
                    "The migration lock was lost after " + done.size() + (done.size() == 1 ? " step." : " steps."),
                    "Check that no other run is at work, then run the command again to go on.",
                    null);
        }
    }

    private void tellWhatIsCommittedOnlyNow(List<PreparedStep> steps, List<MigrationReport.Step> done) {
        for (int i = 0; i < done.size(); i++) {
            listener.stepFinished(steps.get(i).step(), done.get(i).durationMillis());
        }
    }

    private static void endTransaction(Connection working) {
        try {
            working.rollback();
            working.setAutoCommit(true);
        } catch (SQLException e) {
            System.getLogger(MigrationRunner.class.getName())
                    .log(System.Logger.Level.DEBUG, "The connection is gone; its transaction ends with it.", e);
        }
    }

    private static void requireThatTheFirstStepGoesOn(List<JournalEntry> journaled, List<PreparedStep> steps) {
        if (journaled.isEmpty()) {
            return;
        }
        JournalEntry entry = journaled.get(journaled.size() - 1);
        boolean goesOn = !steps.isEmpty()
                && steps.get(0).revision().equals(entry.revision())
                && steps.get(0).direction() == entry.direction();
        if (!goesOn) {
            throw JournalTable.halfDone(journaled, "Nothing else can run before it is whole or taken back.");
        }
    }

    private List<PreparedStep> planned(Planning planning, List<String> rows) {
        List<PreparedStep> steps = planning.from(rows);
        if (!settings.transactionPerStep()) {
            OneTransaction.require(steps, dialect);
        }
        return steps;
    }
}
