package dev.retort.dialect.sqlite;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.ForeignKeyEnforcement;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Foreign keys are enforced by a session that asks for it, and only outside a transaction can it change its mind:
 * https://www.sqlite.org/pragma.html#pragma_foreign_keys
 */
final class SqliteForeignKeys implements ForeignKeyEnforcement {

    /** The setting with which names in views, triggers and foreign keys stay as they are when a table is renamed. */
    static final String LEGACY = "legacy_alter_table";

    /** The setting with which foreign keys are enforced. */
    static final String ENFORCED = "foreign_keys";

    @Override
    public boolean isOn(Connection connection) throws SQLException {
        return isOn(connection, ENFORCED);
    }

    @Override
    public Suspension suspend(Connection connection) throws SQLException {
        boolean enforced = isOn(connection, ENFORCED);
        boolean legacy = isOn(connection, LEGACY);
        Set<String> mismatchesBefore = mismatches(connection);
        if (enforced && !mismatchesBefore.isEmpty()) {
            throw new SQLException(
                    "Foreign keys are enforced, and not all can be checked. " + String.join(" ", mismatchesBefore));
        }
        Map<OrphanedRows.Orphan, Integer> orphansBefore = enforced ? orphans(connection) : Map.of();
        set(connection, ENFORCED, false);
        return new Suspension() {
            @Override
            public List<String> broken() throws SQLException {
                Set<String> now = mismatches(connection);
                now.removeAll(mismatchesBefore);
                List<String> broken = new ArrayList<>(now);
                if (enforced && broken.isEmpty()) {
                    Map<String, Integer> more = new TreeMap<>();
                    orphans(connection).forEach((orphan, times) -> {
                        if (times > orphansBefore.getOrDefault(orphan, 0)) {
                            more.merge(orphan.table() + " refer to a row of " + orphan.parent(), 1, Integer::sum);
                        }
                    });
                    more.forEach((what, rows) ->
                            broken.add(rows + (rows == 1 ? " row of " : " rows of ") + what + " that does not exist."));
                }
                return broken;
            }

            @Override
            public void end() throws SQLException {
                set(connection, LEGACY, legacy);
                set(connection, ENFORCED, enforced);
            }
        };
    }

    @Override
    public List<String> suspendingStatements() {
        return List.of("PRAGMA " + ENFORCED + " = OFF");
    }

    /** A statement of the step may have switched them on again, and then dropping the old table would delete rows of others. */
    static void requireSuspended(Connection connection, QualifiedName table) throws SQLException {
        if (isOn(connection, ENFORCED)) {
            throw new SQLException(
                    "Foreign keys have been switched on, and " + table
                            + " cannot be rebuilt while they are enforced. Switch them on in a revision of its own, or in the url.");
        }
    }

    static boolean isOn(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void set(Connection connection, String pragma, boolean on) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + pragma + " = " + (on ? "ON" : "OFF"));
        }
    }

    /** Foreign keys whose table no longer has the key that they refer to, a sentence each. */
    private static Set<String> mismatches(Connection connection) throws SQLException {
        Set<String> mismatches = new TreeSet<>();
        for (QualifiedName table : referring(connection)) {
            SchemaCopy.refusal("EXPLAIN " + check(table), connection)
                    .ifPresent(refusal -> mismatches.add(
                            "A foreign key of " + table.name() + " no longer has what it refers to: " + refusal + "."));
        }
        return mismatches;
    }

    /** The rows without a row that they refer to; rows that nothing tells apart are counted. */
    private static Map<OrphanedRows.Orphan, Integer> orphans(Connection connection) throws SQLException {
        Map<OrphanedRows.Orphan, Integer> orphans = new HashMap<>();
        for (QualifiedName table : referring(connection)) {
            new OrphanedRows(connection, table).find().forEach(orphan -> orphans.merge(orphan, 1, Integer::sum));
        }
        return orphans;
    }

    /**
     * The statement that finds rows without one that they refer to.
     *
     * @param table the table with its database
     */
    static String check(QualifiedName table) {
        return "PRAGMA " + SchemaCopy.quoted(String.valueOf(table.schema())) + ".foreign_key_check("
                + SchemaCopy.quoted(table.name()) + ")";
    }

    /** The tables of all databases of the connection that have foreign keys. */
    private static List<QualifiedName> referring(Connection connection) throws SQLException {
        List<QualifiedName> tables = new ArrayList<>();
        for (String schema :
                CatalogQuery.of("SELECT name FROM pragma_database_list").texts(connection)) {
            CatalogQuery.of(
                            "SELECT DISTINCT t.name FROM " + SchemaCopy.quoted(schema)
                                    + ".sqlite_schema AS t CROSS JOIN pragma_foreign_key_list(t.name, ?) AS k"
                                    + " WHERE t.type = 'table'",
                            schema)
                    .forEach(connection, row -> tables.add(new QualifiedName(schema, row.getString(1))));
        }
        return tables;
    }
}
