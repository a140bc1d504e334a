package dev.retort.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.CompiledLater;
import dev.retort.dialect.Executable.Conditional;
import dev.retort.dialect.Executable.JavaWork;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.ForeignKeyEnforcement.Suspension;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.LoadFile;
import dev.retort.dialect.Notice;
import dev.retort.dialect.Presence;
import dev.retort.dialect.RowLoader;
import dev.retort.dialect.UnchangedRows;
import dev.retort.operation.Operation;
import dev.retort.operation.RowReader;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.SchemaSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A schema of a database, to run operations on and to inspect.
 *
 * @param connection a connection to it
 * @param dialect the dialect of the connection
 */
public record LiveSchema(Connection connection, Dialect dialect) {

    /** Compiles and runs operations, one after the other. */
    public void run(Operation... operations) throws SQLException {
        for (Operation operation : operations) {
            for (Executable executable : dialect.ddl().compile(operation)) {
                run(executable);
            }
        }
    }

    /** Runs a compiled operation. */
    public void run(Executable executable) throws SQLException {
        if (executable instanceof SqlStatement statement) {
            run(statement);
        } else if (executable instanceof CompiledLater later && later.suspendsForeignKeys()) {
            Suspension suspension = dialect.foreignKeys().suspend(connection);
            try {
                run(later);
                assertThat(suspension.broken()).isEmpty();
            } finally {
                suspension.end();
            }
        } else if (executable instanceof CompiledLater later) {
            run(later);
        } else if (executable instanceof Conditional conditional) {
            if (answer(presence -> presence.isMet(conditional))) {
                run(conditional.inner());
            }
        } else if (executable instanceof LoadFile load) {
            run(load);
        } else if (executable instanceof JavaWork work) {
            run(work);
        } else if (!(executable instanceof Notice)) {
            throw new IllegalArgumentException("Nothing runs " + executable);
        }
    }

    /** A question about what is there. */
    private interface Question {
        boolean answer(Presence presence) throws SQLException;
    }

    private boolean answer(Question question) throws SQLException {
        Presence presence = new Presence(connection, dialect);
        if (!connection.getAutoCommit()) {
            return question.answer(presence);
        }
        connection.setAutoCommit(false);
        try {
            return question.answer(presence);
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Whether what an operation makes, changes, renames or drops is there. */
    boolean isThere(SchemaChange.Part part) throws SQLException {
        return answer(presence -> presence.isThere(part));
    }

    private void run(SqlStatement sql) throws SQLException {
        if (sql.arguments().isEmpty()) {
            execute(sql.sql());
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
            for (int i = 0; i < sql.arguments().size(); i++) {
                statement.setObject(i + 1, sql.arguments().get(i));
            }
            statement.execute();
        }
    }

    private void run(CompiledLater later) throws SQLException {
        for (SqlStatement statement : later.of(connection, dialect.inspector())) {
            run(statement);
        }
    }

    private void run(LoadFile file) throws SQLException {
        try (RowReader rows = UnchangedRows.open(file.rows());
                RowLoader.Load load = file.loader().begin(connection, file.rows())) {
            load.send(rows);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void run(JavaWork work) throws SQLException {
        try {
            work.step().run(connection);
        } catch (SQLException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Executes statements; the error of one that fails names it. */
    public void execute(String... statements) throws SQLException {
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException refused) {
                throw new SQLException(refused.getMessage() + "\n" + sql, refused.getSQLState(), refused);
            }
        }
    }

    /** The number that a query returns. */
    public long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            if (!row.next()) {
                throw new SQLException("No row: " + query);
            }
            return row.getLong(1);
        }
    }

    /** Inspects the connection's own schema. */
    public SchemaSnapshot inspect() throws SQLException {
        return dialect.inspector().inspect(connection, InspectionScope.DEFAULT_SCHEMA);
    }

    /** Inspects a schema. */
    public SchemaSnapshot inspect(String schema) throws SQLException {
        return dialect.inspector().inspect(connection, new InspectionScope(List.of(schema), null));
    }
}
