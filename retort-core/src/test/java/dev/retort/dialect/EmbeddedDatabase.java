package dev.retort.dialect;

import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A new, empty database in memory with its dialect. */
final class EmbeddedDatabase implements AutoCloseable {

    final Connection connection;
    final Dialect dialect;

    private EmbeddedDatabase(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        dialect = Dialects.loadedFrom(EmbeddedDatabase.class.getClassLoader()).forConnection(connection);
    }

    static EmbeddedDatabase open(String name) throws SQLException {
        return at(name.equals("sqlite") ? "jdbc:sqlite::memory:" : "jdbc:h2:mem:");
    }

    static EmbeddedDatabase at(String url) throws SQLException {
        return new EmbeddedDatabase(url);
    }

    /** Whether the database can run a statement. */
    boolean accepts(String sql) {
        try {
            execute(sql);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    void run(Operation operation) throws SQLException {
        List<SqlStatement> statements = dialect.ddl().compile(operation).stream()
                .flatMap(executable -> executable.statements().orElseThrow().stream())
                .toList();
        for (SqlStatement sql : statements) {
            if (sql.arguments().isEmpty()) {
                execute(sql.sql());
                continue;
            }
            try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
                for (int i = 0; i < sql.arguments().size(); i++) {
                    statement.setObject(i + 1, sql.arguments().get(i));
                }
                statement.execute();
            }
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + " in " + sql, e);
        }
    }

    int count(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getInt(1);
        }
    }

    void create(Table... tables) throws SQLException {
        for (Table table : tables) {
            run(new CreateTable(table));
        }
    }

    SchemaSnapshot inspect() throws SQLException {
        return dialect.inspector().inspect(connection, InspectionScope.DEFAULT_SCHEMA);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
