package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.CompiledLater;
import dev.retort.dialect.Executable.Conditional;
import dev.retort.dialect.Executable.FromAnswer;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.Presence;
import dev.retort.plan.PlannedStep;
import dev.retort.runtime.WatchedConnection.Report;
import dev.retort.spi.StopSignal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Asks the database what executables need to know. Questions are cancelled when a stop is requested, and listeners are told of them: of
 * each, or, where the definition of a table is read, which takes many, of all of them at once.
 */
final class Questions {

    private final Connection connection;
    private final Dialect dialect;
    private final Listeners listeners;
    private final StopSignal stop;

    Questions(Connection connection, Dialect dialect, Listeners listeners, StopSignal stop) {
        this.connection = connection;
        this.dialect = dialect;
        this.listeners = listeners;
        this.stop = stop;
    }

    /** A question. */
    private interface Question<T> {
        T answer(Connection watched) throws SQLException;
    }

    /** Whether the condition of an executable is met. */
    boolean isMet(PlannedStep step, Conditional conditional) throws StatementFailure {
        return conditional.parts().isEmpty()
                || ask(step, conditional, true, watched -> new Presence(watched, dialect).isMet(conditional));
    }

    /** The statements of an executable. */
    List<SqlStatement> statements(PlannedStep step, CompiledLater executable) throws StatementFailure {
        boolean atOnce = !(executable instanceof FromAnswer);
        return ask(step, executable, atOnce, watched -> executable.of(watched, dialect.inspector())).stream()
                .map(statement -> statement.recordedAs(executable.recorded()))
                .toList();
    }

    private <T> T ask(PlannedStep step, Executable executable, boolean atOnce, Question<T> question)
            throws StatementFailure {
        String what = executable.operation().describe();
        Report listening = new ToListeners(step);
        try {
            T answer = atOnce
                    ? answerAtOnce("Ask the catalog: " + what, question, listening)
                    : question.answer(WatchedConnection.of(connection, stop, listening));
            // A question that was cancelled may look like one that the database has answered with no.
            if (stop.requested()) {
                throw new WatchedConnection.Stopped();
            }
            return answer;
        } catch (SQLException | RuntimeException | Error e) {
            throw new StatementFailure(what, executable.recorded(), StatementFailure.Extent.NOTHING, e);
        }
    }

    private <T> T answerAtOnce(String what, Question<T> question, Report listening) throws SQLException {
        listening.begun(what);
        long start = System.nanoTime();
        T answer = question.answer(WatchedConnection.of(connection, stop, Report.NONE));
        listening.ended(what, (System.nanoTime() - start) / 1_000_000);
        return answer;
    }

    /** Reports to the listeners. */
    private final class ToListeners implements Report {

        private final PlannedStep step;

        ToListeners(PlannedStep step) {
            this.step = step;
        }

        @Override
        public void begun(String sql) {
            listeners.tell(step, (listener, told) -> listener.statementStarted(told, sql));
        }

        @Override
        public void ended(String sql, long millis) {
            listeners.tell(step, (listener, told) -> listener.statementFinished(told, sql, millis));
        }
    }
}
