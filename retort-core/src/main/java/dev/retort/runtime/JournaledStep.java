package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.VersionTableException;
import dev.retort.history.JournalEntry;
import dev.retort.history.JournalTable;
import dev.retort.history.MetadataTables;
import dev.retort.history.Standing;
import dev.retort.operation.ExecuteSql;
import dev.retort.report.Resolution;
import dev.retort.secret.FirstLine;
import dev.retort.spi.StopSignal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step that commits in several parts, with a journal that always records how far it is. */
final class JournaledStep {

    private final Connection connection;
    private final Dialect dialect;
    private final MetadataTables tables;
    private final JournalTable table;
    private final CompiledStep step;
    private final Journal journal;

    /** The number of the statement that an earlier run has left in doubt. */
    private int inDoubt;

    JournaledStep(Connection connection, Dialect dialect, MetadataTables tables, CompiledStep step) {
        this.connection = connection;
        this.dialect = dialect;
        this.tables = tables;
        this.table = tables.journal();
        this.step = step;
        this.journal = new Journal(step, dialect.syntax());
    }

    /**
     * Runs the rest of the step. Data statements at its end are left to be committed together with the version row.
     *
     * @param found where the database was when the step began
     * @param done the number of statements that are done
     * @return whether the step is complete; otherwise a stop was requested
     * @throws StatementFailure when a statement fails; what was not committed is rolled back and the journal is correct
     */
    boolean run(Standing found, int done, JdbcSink sink, StopSignal stop) throws SQLException, StatementFailure {
        int last = step.executables().size();
        for (int number = done + 1; number <= last; number++) {
            if (stop.requested()) {
                connection.commit();
                return false;
            }
            runOne(number, number == done + 1 ? found : null, sink);
        }
        return true;
    }

    private void runOne(int number, @Nullable Standing begun, JdbcSink sink) throws SQLException, StatementFailure {
        Executable executable = step.executable(number);
        boolean alone = CompiledStep.commitsByItself(executable, dialect);
        JournalEntry entry = journal.entry(number, false);
        // Also before a data statement: if it commits after all, as Java code may, the open row is committed
        // with it.
        claim(entry);
        if (begun != null) {
            requireThatTheStepIsStillToRun(begun, number);
        }
        if (alone) {
            connection.commit();
        }
        try {
            if (sink.run(step.step(), executable)) {
                table.close(connection, entry);
            } else {
                table.skip(connection, number == inDoubt ? journal.doubtful(number) : journal.skipped(number));
            }
        } catch (StatementFailure failure) {
            giveUp(entry, executable, alone, failure);
            throw failure;
        }
        if (alone || beforeOneThatCommitsByItself(number)) {
            connection.commit();
        }
    }

    /** Opens the row of a statement, which no other run can do before it is closed and the step is complete. */
    private void claim(JournalEntry entry) throws SQLException {
        try {
            table.open(connection, entry);
        } catch (SQLException e) {
            connection.rollback();
            List<JournalEntry> entries = table.entries(connection);
            connection.rollback();
            if (entries.stream().anyMatch(other -> other.statement() == entry.statement())) {
                throw new HalfDoneStepException(
                        step.revision(),
                        step.direction().word(),
                        Journal.closed(entries),
                        "Another run has begun its statement " + entry.statement() + ", and may still be running it.",
                        Advice.of("When that run has ended, run the command again; it names what is in doubt then."));
            }
            throw e;
        }
    }

    /** With its first row a run claims the step, unless another run has just completed or undone it. */
    private void requireThatTheStepIsStillToRun(Standing found, int number) throws SQLException {
        boolean same = tables.readStanding(connection).equals(found);
        if (!same || table.entries(connection).size() != number) {
            connection.rollback();
            throw new VersionTableException(
                    tables.version().name().toString(),
                    "Another run has moved the database during this one: the "
                            + step.direction().word() + " of '" + step.revision()
                            + "' no longer begins where it stands.",
                    Advice.of("{} shows where it is now. Run the command again.", Action.CURRENT));
        }
    }

    private boolean beforeOneThatCommitsByItself(int number) throws StatementFailure {
        return number < step.executables().size() && CompiledStep.commitsByItself(step.executable(number + 1), dialect);
    }

    /** Rolls back, forgets a statement that was rejected as a whole, and leaves one in doubt to the next run. */
    private void giveUp(JournalEntry entry, Executable executable, boolean alone, StatementFailure failure) {
        try {
            connection.rollback();
            if (alone && failure.extent() == StatementFailure.Extent.DONE) {
                table.close(connection, entry);
            } else if (alone
                    && failure.extent() == StatementFailure.Extent.NOTHING
                    && (executable.isAtomic() || callsWhatIsMissing(executable))) {
                table.remove(connection, entry);
            } else {
                table.release(connection, entry);
            }
            connection.commit();
        } catch (SQLException lost) {
            failure.addSuppressed(lost);
        }
    }

    /** The server's message is not enough: the missing routine may be one that the called routine calls, after a commit. */
    private boolean callsWhatIsMissing(Executable executable) throws SQLException {
        Optional<CalledRoutine> routine = executable.operation() instanceof ExecuteSql written
                ? CalledRoutine.of(written.sql(), dialect)
                : Optional.empty();
        return routine.isPresent() && routine.get().isMissing(connection);
    }

    /**
     * How many statements an earlier run has done; the catalog or a person decides about the one in doubt.
     *
     * @param journaled the journal of the earlier run
     * @param resolution what to do with a statement in doubt
     */
    int recovered(List<JournalEntry> journaled, Resolution resolution) throws SQLException {
        if (journaled.isEmpty()) {
            return 0;
        }
        int done = Journal.closed(journaled);
        JournalEntry last = journaled.get(journaled.size() - 1);
        boolean vouchedFor = resolution == Resolution.RETRY && !last.closed();
        journal.requireSameStatements(vouchedFor ? journaled.subList(0, journaled.size() - 1) : journaled);
        if (vouchedFor && last.statement() > step.executables().size()) {
            table.remove(connection, last);
            connection.commit();
            return done;
        }
        if (last.closed()) {
            if (resolution == Resolution.DONE && done < step.executables().size()) {
                throw isNotDone(done, "No statement is in doubt: the next one has been refused or has never been run.");
            }
            return done;
        }
        Executable executable = step.executables().get(last.statement() - 1);
        inDoubt = last.statement();
        boolean again = resolution == Resolution.RETRY || (resolution == Resolution.ASK && executable.isRepeatable());
        Effect effect = again ? Effect.ABSENT : effect(executable);
        if (resolution == Resolution.DONE && effect == Effect.ABSENT) {
            throw isNotDone(done, "According to the catalog, the next one has not taken effect.");
        }
        if (resolution != Resolution.DONE && effect == Effect.UNKNOWN) {
            throw new HalfDoneStepException(step.revision(), step.direction().word(), done, Journal.text(executable));
        }
        boolean present = effect != Effect.ABSENT;
        if (present) {
            table.close(connection, last);
        } else {
            table.remove(connection, last);
        }
        connection.commit();
        return present ? done + 1 : done;
    }

    /** The refusal to take a statement for done that is known not to be. */
    private HalfDoneStepException isNotDone(int done, String reason) {
        return new HalfDoneStepException(
                step.revision(),
                step.direction().word(),
                done,
                reason + "\n    " + FirstLine.of(Journal.text(step.executables().get(done))),
                Advice.of(
                        "{} runs it. If the database already has what it does, remove it from the file before.",
                        Action.RESUME));
    }

    /** Nothing can be concluded from an operation that several statements share, or that may not have had to run. */
    private Effect effect(Executable inDoubt) {
        if (inDoubt instanceof Executable.Conditional) {
            return Effect.UNKNOWN;
        }
        long sharing = step.executables().stream()
                .filter(executable -> executable.operation() == inDoubt.operation())
                .count();
        return sharing > 1 ? Effect.UNKNOWN : EffectProbe.probe(connection, dialect, inDoubt.operation());
    }
}
