package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.MigrationFailedException;
import dev.retort.error.RunInterruptedException;
import dev.retort.history.HistoryEntry;
import dev.retort.history.JournalEntry;
import dev.retort.history.OwnTables;
import dev.retort.plan.Direction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs one step on the working connection, which stays out of auto-commit. Where the database can, the step's statements, its version
 * rows and its history entry are one transaction; where a statement commits by itself, a journal says at every moment how far the
 * step is.
 */
final class StepExecutor {

    private final Connection connection;
    private final Dialect dialect;
    private final OwnTables tables;
    private final RunSettings settings;
    private final String runId;
    private final String databaseUser;
    private final MigrationListener listener;
    private final StopSignal stop;
    private final JdbcSink sink;

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
        this.databaseUser = String.valueOf(connection.getMetaData().getUserName());
        this.listener = listener;
        this.stop = stop;
        this.sink = new JdbcSink(connection, dialect, listener, stop);
    }

    /** Runs a step whole: all of it or nothing, unless it commits piece by piece. */
    MigrationReport.Step run(PreparedStep step, List<MigrationReport.Step> before) throws SQLException {
        return run(step, before, List.of(), Resolution.ASK);
    }

    /**
     * Runs what is left of a step.
     *
     * @param before the steps that this run has finished, for sentences
     * @param journaled what an earlier run has left in the journal
     * @param resolution what to do with a statement in doubt
     */
    MigrationReport.Step run(
            PreparedStep step, List<MigrationReport.Step> before, List<JournalEntry> journaled, Resolution resolution)
            throws SQLException {
        Instant startedAt = Instant.now();
        long start = System.nanoTime();
        listener.stepStarted(step.step());
        if (journaled.isEmpty() && !step.committingPieceByPiece(dialect)) {
            runWhole(step, before);
        } else {
            runPieceByPiece(step, before, journaled, resolution);
            tables.journal().clear(connection, step.revision(), step.direction());
        }
        long duration = (System.nanoTime() - start) / 1_000_000;
        tables.version().apply(connection, step.step().rowChange());
        tables.history().add(connection, historyEntry(step, startedAt, duration));
        listener.stepApplied(step.step());
        if (settings.transactionPerStep()) {
            connection.commit();
        }
        listener.stepFinished(step.step(), duration);
        return new MigrationReport.Step(step.step().revision(), step.step().direction(), duration);
    }

    private void runWhole(PreparedStep step, List<MigrationReport.Step> before) throws SQLException {
        for (Executable executable : step.executables()) {
            try {
                sink.run(step.step(), executable);
            } catch (StatementFailure failure) {
                connection.rollback();
                throw failed(step, failure, rolledBack(before));
            }
        }
    }

    private String rolledBack(List<MigrationReport.Step> before) {
        if (!settings.transactionPerStep()) {
            return "Everything was rolled back: the database is as it was before the run.";
        }
        return "The step was rolled back, nothing of it is left. " + finished(before)
                + " Correct the file and run the command again.";
    }

    private void runPieceByPiece(
            PreparedStep step, List<MigrationReport.Step> before, List<JournalEntry> journaled, Resolution resolution)
            throws SQLException {
        Journal journal = new Journal(tables.journal(), step);
        int done = recovered(step, journal, journaled, resolution);
        if (!journaled.isEmpty()) {
            listener.resuming(step.revision(), step.direction(), done);
        }
        List<Executable> executables = step.executables();
        for (int number = done + 1; number <= executables.size(); number++) {
            Executable executable = executables.get(number - 1);
            boolean alone = PreparedStep.commitsByItself(executable, dialect);
            try {
                if (alone) {
                    runAlone(step, journal, number);
                } else {
                    sink.run(step.step(), executable);
                    journal.table().open(connection, journal.entry(number, true));
                    if (number == executables.size()
                            || PreparedStep.commitsByItself(executables.get(number), dialect)) {
                        connection.commit();
                    }
                }
            } catch (StatementFailure failure) {
                connection.rollback();
                if (alone) {
                    journal.table().remove(connection, journal.entry(number, false));
                    connection.commit();
                }
                throw failed(step, failure, halfDone(step, before));
            }
            if (stop.requested() && number < executables.size()) {
                connection.commit();
                throw new RunInterruptedException(before.size(), halfDone(step, before));
            }
        }
    }

    private void runAlone(PreparedStep step, Journal journal, int number) throws SQLException, StatementFailure {
        Executable executable = step.executables().get(number - 1);
        journal.table().open(connection, journal.entry(number, false));
        connection.commit();
        if (executable.outsideTransaction()) {
            connection.setAutoCommit(true);
            try {
                sink.run(step.step(), executable);
            } finally {
                connection.setAutoCommit(false);
            }
        } else {
            sink.run(step.step(), executable);
        }
        journal.table().close(connection, journal.entry(number, false));
        connection.commit();
    }

    /** How many statements of the step are done, asking the catalog or a person about the one in doubt. */
    private int recovered(PreparedStep step, Journal journal, List<JournalEntry> journaled, Resolution resolution)
            throws SQLException {
        if (journaled.isEmpty()) {
            return 0;
        }
        int done = (int) journaled.stream().filter(JournalEntry::closed).count();
        JournalEntry last = journaled.get(journaled.size() - 1);
        if (!journal.matches(journaled)) {
            throw new HalfDoneStepException(
                    step.revision(),
                    step.direction(),
                    done,
                    "the file was changed since: statement " + last.statement() + " is not the one that was run");
        }
        if (last.closed()) {
            return done;
        }
        Executable executable = step.executables().get(last.statement() - 1);
        boolean present = switch (resolution) {
            case DONE -> true;
            case RETRY -> false;
            case ASK ->
                switch (EffectProbe.probe(connection, dialect, executable.operation())) {
                    case PRESENT -> true;
                    case ABSENT -> false;
                    case UNKNOWN ->
                        throw new HalfDoneStepException(
                                step.revision(), step.direction(), done, Journal.text(executable));
                };
        };
        if (present) {
            journal.table().close(connection, last);
        } else {
            journal.table().remove(connection, last);
        }
        connection.commit();
        return present ? done + 1 : done;
    }

    private String halfDone(PreparedStep step, List<MigrationReport.Step> before) throws SQLException {
        List<JournalEntry> entries = tables.journal().entries(connection);
        connection.rollback();
        if (entries.isEmpty()) {
            return "Nothing of the step is left. " + finished(before) + " Correct the file and run the command again.";
        }
        List<String> lines = new ArrayList<>();
        for (JournalEntry entry : entries) {
            lines.add("    "
                    + Journal.text(step.executables().get(entry.statement() - 1))
                            .lines()
                            .findFirst()
                            .orElse(""));
        }
        return "This database commits such statements one by one, and these of the step are done and committed:\n"
                + String.join("\n", lines) + "\n" + finished(before)
                + " Remove the cause and run the command again to go on after them, or take them back with 'retort resume --undo'.";
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
                step.direction(),
                failure.statement(),
                failure.reason(),
                state,
                step.position(),
                failure.getCause());
    }

    private HistoryEntry historyEntry(PreparedStep step, Instant startedAt, long duration) {
        return new HistoryEntry(
                runId,
                step.revision(),
                step.step().direction() == Direction.UP ? HistoryEntry.Kind.UP : HistoryEntry.Kind.DOWN,
                step.step().revision().summary(),
                step.checksum(),
                databaseUser,
                settings.operator(),
                settings.host(),
                settings.toolVersion(),
                startedAt,
                duration,
                step.step().rowsAfter());
    }
}
