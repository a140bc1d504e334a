package dev.retort.tests.run;

import dev.retort.dialect.Dialects;
import dev.retort.dialect.InspectionScope;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.tests.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a run leaves in a database, as far as it does not depend on the time.
 *
 * @param schema the schema
 * @param ledger the rows of the table {@code ledger}, sorted; none when it is not there
 * @param history the steps that were run, in order
 * @param version the version rows
 * @param journal what is half-way
 */
record DatabaseState(
        SchemaSnapshot schema, List<String> ledger, List<String> history, List<String> version, List<String> journal) {

    private static final String VERSIONS = "SELECT version_num FROM retort_version ORDER BY version_num";

    static DatabaseState of(TestDatabase database) throws SQLException {
        return database.ask(DatabaseState::of);
    }

    private static DatabaseState of(Connection connection) throws SQLException {
        SchemaSnapshot schema = schema(connection);
        boolean ledger =
                schema.tables().stream().anyMatch(table -> table.name().name().equalsIgnoreCase("ledger"));
        return new DatabaseState(
                schema,
                ledger ? rows(connection, "SELECT step, amount FROM ledger ORDER BY step, amount") : List.of(),
                rows(connection, "SELECT revision, direction, heads_after FROM retort_history ORDER BY id"),
                rows(connection, VERSIONS),
                rows(connection, "SELECT revision, direction, statement_no, closed_at FROM retort_journal"));
    }

    static List<String> versionRows(TestDatabase database) throws SQLException {
        return rows(database, VERSIONS);
    }

    static SchemaSnapshot schema(TestDatabase database) throws SQLException {
        return database.ask(DatabaseState::schema);
    }

    private static SchemaSnapshot schema(Connection connection) throws SQLException {
        return Dialects.loadedFrom(DatabaseState.class.getClassLoader())
                .forConnection(connection)
                .inspector()
                .inspect(connection, InspectionScope.DEFAULT_SCHEMA);
    }

    /** The rows of a query, their values with a space between. */
    static List<String> rows(TestDatabase database, String sql) throws SQLException {
        return database.ask(connection -> rows(connection, sql));
    }

    /** The same on a connection that is there. */
    static List<String> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join(" ", values));
            }
            return rows;
        }
    }
}
