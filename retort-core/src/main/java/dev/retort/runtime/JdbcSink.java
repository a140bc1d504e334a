package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.CompiledLater;
import dev.retort.dialect.Executable.Conditional;
import dev.retort.dialect.Executable.CopyIn;
import dev.retort.dialect.Executable.JavaWork;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.FileLines;
import dev.retort.dialect.LoadFile;
import dev.retort.dialect.Notice;
import dev.retort.dialect.RowLoader;
import dev.retort.dialect.UnchangedRows;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.operation.RowReader;
import dev.retort.plan.PlannedStep;
import dev.retort.spi.StopSignal;
import dev.retort.sql.CopyRows;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs executables on a connection. */
final class JdbcSink {

    private final Connection connection;
    private final Dialect dialect;
    private final Listeners listeners;
    private final StopSignal stop;
    private final Questions questions;

    JdbcSink(Connection connection, Dialect dialect, Listeners listeners, StopSignal stop) {
        this.connection = connection;
        this.dialect = dialect;
        this.listeners = listeners;
        this.stop = stop;
        this.questions = new Questions(connection, dialect, listeners, stop);
    }

    /**
     * Runs one executable on the connection, which is not in auto-commit mode; what must run outside a transaction is run in auto-commit
     * mode.
     *
     * @return whether it had to run, as a conditional one may not
     * @throws StatementFailure when the database rejects it, or a data step fails
     */
    boolean run(PlannedStep step, Executable executable) throws SQLException, StatementFailure {
        if (executable instanceof Conditional conditional) {
            return questions.isMet(step, conditional) && run(step, conditional.inner());
        }
        if (executable.outsideTransaction()) {
            runInAutoCommitMode(step, executable);
        } else {
            runAsItIs(step, executable);
        }
        return true;
    }

    private void runInAutoCommitMode(PlannedStep step, Executable executable) throws SQLException, StatementFailure {
        connection.setAutoCommit(true);
        try {
            runAsItIs(step, executable);
        } catch (StatementFailure failure) {
            try {
                connection.setAutoCommit(false);
            } catch (SQLException lost) {
                failure.addSuppressed(lost);
            }
            throw failure;
        }
        connection.setAutoCommit(false);
    }

    private void runAsItIs(PlannedStep step, Executable executable) throws StatementFailure {
        if (executable instanceof SqlStatement statement) {
            runStatement(step, statement);
        } else if (executable instanceof CopyIn copy) {
            copy(step, copy);
        } else if (executable instanceof LoadFile load) {
            load(step, load);
        } else if (executable instanceof JavaWork work) {
            runJava(step, work);
        } else if (executable instanceof Notice notice) {
            tellNotice(step, notice);
        } else if (executable instanceof CompiledLater later) {
            List<SqlStatement> statements = questions.statements(step, later);
            if (!statements.isEmpty()) {
                tellNotice(step, later);
            }
            runStatements(step, statements);
        } else {
            throw new IllegalArgumentException("Nothing runs " + executable);
        }
    }

    private void runStatements(PlannedStep step, List<SqlStatement> statements) throws StatementFailure {
        for (int i = 0; i < statements.size(); i++) {
            try {
                runStatement(step, statements.get(i));
            } catch (StatementFailure failure) {
                throw failure.ofPart(i == 0, i == statements.size() - 1);
            }
        }
    }

    private void tellNotice(PlannedStep step, Executable executable) {
        executable.notice().ifPresent(text -> listeners.tell(step, (listener, told) -> listener.noticed(told, text)));
    }

    /** What is run for an executable. */
    private interface Work {
        void run(Progress progress) throws Exception;
    }

    /** Runs something, and tells listeners before and after it. */
    private void run(PlannedStep step, String what, Operation recorded, Work work) throws StatementFailure {
        Progress progress = new Progress();
        try {
            listeners.tell(step, (listener, told) -> listener.statementStarted(told, what));
            long start = System.nanoTime();
            work.run(progress);
            progress.hasRun = true;
            long duration = millisSince(start);
            listeners.tell(step, (listener, told) -> listener.statementFinished(told, what, duration));
        } catch (Exception | Error e) {
            throw new StatementFailure(what, recorded, progress.at(e), progress.place, e);
        }
    }

    private void runStatement(PlannedStep step, SqlStatement statement) throws StatementFailure {
        run(step, statement.sql(), statement.recorded(), progress -> execute(step, statement, progress));
    }

    @SuppressWarnings("try") // being open is all that a statement under way is for
    private void execute(PlannedStep step, SqlStatement statement, Progress progress) throws SQLException {
        if (statement.arguments().isEmpty()) {
            try (Statement plain = connection.createStatement();
                    UnderWay unused = new UnderWay(plain::cancel, stop)) {
                plain.setEscapeProcessing(false);
                execute(step, statement, plain, () -> plain.execute(statement.sql()), progress);
            }
        } else {
            try (PreparedStatement prepared = connection.prepareStatement(statement.sql());
                    UnderWay unused = new UnderWay(prepared::cancel, stop)) {
                bind(prepared, statement.arguments());
                execute(step, statement, prepared, prepared::execute, progress);
            }
        }
    }

    /** How far one executable has come, in case a listener fails before or after it, or the driver between. */
    private final class Progress {
        private boolean begun;
        private boolean hasRun;
        /** What precedes the server's message: the place of the rejected row; empty if there is none. */
        private String place = "";

        StatementFailure.Extent at(Throwable failure) {
            return hasRun
                    ? StatementFailure.Extent.DONE
                    : begun && !isRefusal(failure) ? StatementFailure.Extent.UNKNOWN : StatementFailure.Extent.NOTHING;
        }

        /** What the rows are read from fails with an exception of its own, and nothing of them is kept. */
        private boolean isRefusal(Throwable failure) {
            return failure instanceof SQLException said
                    ? dialect.failures().isRefusal(said)
                    : failure instanceof IOException;
        }
    }

    private void copy(PlannedStep step, CopyIn executable) throws StatementFailure {
        run(step, executable.copy().statement(), executable.recorded(), progress -> copy(executable, progress));
    }

    @SuppressWarnings("try") // as above
    private void copy(CopyIn executable, Progress progress) throws SQLException, IOException {
        CopyRows copy = executable.copy();
        try (UnderWay unused = new UnderWay(() -> dialect.copy().cancel(connection), stop)) {
            progress.begun = true;
            dialect.copy().in(connection, copy.statement(), new StoppableReader(copy.rows(), stop));
        }
    }

    private void load(PlannedStep step, LoadFile executable) throws StatementFailure {
        run(step, executable.sql(), executable.recorded(), progress -> load(executable, progress));
    }

    @SuppressWarnings("try") // as above
    private void load(LoadFile executable, Progress progress) throws SQLException, IOException {
        try (RowReader rows = new StoppableRows(UnchangedRows.open(executable.rows()), stop);
                RowLoader.Load load = executable.loader().begin(connection, executable.rows())) {
            progress.begun = true;
            try (UnderWay unused = new UnderWay(load::cancel, stop)) {
                load.send(rows);
            } catch (SQLException e) {
                Optional<FileLines> rejected = stop.requested() ? Optional.empty() : load.rejected(e);
                progress.place = rejected.map(lines -> executable.rows().file().path() + ", " + lines + ": ")
                        .orElse("");
                throw e;
            }
        }
    }

    /** The execution of a statement. */
    private interface Execution {
        boolean run() throws SQLException;
    }

    /** Runs a statement and reports the server's messages, even if it failed. */
    private void execute(
            PlannedStep step, SqlStatement statement, Statement open, Execution execution, Progress progress)
            throws SQLException {
        try {
            progress.begun = true;
            boolean unused = execution.run();
            progress.hasRun = true;
        } catch (SQLException e) {
            tellWhatTheServerSaid(step, open);
            throw e;
        }
        if (!mayFindNothing(statement)) {
            tellWhatTheServerSaid(step, open);
        }
    }

    /** Whether Retort itself drops something if it exists, so that a notice that it does not is of no interest: the index of a constraint. */
    private static boolean mayFindNothing(SqlStatement statement) {
        return statement.operation() instanceof DropConstraint;
    }

    private void tellWhatTheServerSaid(PlannedStep step, Statement statement) {
        for (SQLWarning said = said(statement); said != null; said = said.getNextWarning()) {
            String text = String.valueOf(said.getMessage());
            listeners.tell(step, (listener, told) -> listener.serverSaid(told, text));
        }
    }

    private static @Nullable SQLWarning said(Statement statement) {
        try {
            return statement.getWarnings();
        } catch (SQLException e) {
            System.getLogger(JdbcSink.class.getName())
                    .log(System.Logger.Level.DEBUG, "The server's warnings cannot be asked for.", e);
            return null;
        }
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object> arguments) throws SQLException {
        for (int i = 0; i < arguments.size(); i++) {
            statement.setObject(i + 1, arguments.get(i));
        }
    }

    private void runJava(PlannedStep step, JavaWork work) throws StatementFailure {
        Operation operation = work.operation();
        run(
                step,
                operation.describe(),
                operation,
                progress -> work.step()
                        .run(
                                work.outsideTransaction()
                                        ? connection
                                        : GuardedConnection.of(connection, dialect.syntax())));
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
