package dev.retort.dialect.sqlite;

import dev.retort.dialect.ForeignKeyEnforcement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Foreign keys are enforced by a session that asks for it, and only outside a transaction can it change its mind:
 * https://www.sqlite.org/pragma.html#pragma_foreign_keys. The names in views, triggers and foreign keys stay as they are while a table
 * steps aside if {@code legacy_alter_table} is on.
 */
final class SqliteForeignKeys implements ForeignKeyEnforcement {

    private static final String ENFORCED = "foreign_keys";
    private static final String LEGACY = "legacy_alter_table";

    @Override
    public Suspension suspend(Connection connection) throws SQLException {
        boolean enforced = isOn(connection, ENFORCED);
        boolean legacy = isOn(connection, LEGACY);
        Set<String> brokenBefore = unreadable(connection);
        set(connection, ENFORCED, false);
        set(connection, LEGACY, true);
        return new Suspension() {
            @Override
            public List<String> broken() throws SQLException {
                Set<String> now = unreadable(connection);
                now.removeAll(brokenBefore);
                List<String> broken = new ArrayList<>(now);
                if (enforced) {
                    broken.addAll(rowsWithoutParent(connection));
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

    private static boolean isOn(Connection connection, String pragma) throws SQLException {
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

    /** Views and triggers that cannot be compiled. */
    private static Set<String> unreadable(Connection connection) throws SQLException {
        Set<String> unreadable = new TreeSet<>();
        List<String> views = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'view'")) {
            while (row.next()) {
                views.add(row.getString(1));
            }
        }
        for (String view : views) {
            try {
                connection
                        .prepareStatement("SELECT * FROM " + SchemaCopy.quoted(view))
                        .close();
            } catch (SQLException refused) {
                unreadable.add("The view " + view + " can no longer be read: " + refused.getMessage() + ".");
            }
        }
        BrokenTriggers.in(connection)
                .forEach(sentence -> unreadable.add("A trigger no longer works, " + sentence + "."));
        return unreadable;
    }

    private static List<String> rowsWithoutParent(Connection connection) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT \"table\", \"parent\", COUNT(*), MIN(rowid) FROM pragma_foreign_key_check GROUP BY 1, 2")) {
            while (row.next()) {
                String example = row.getString(4);
                rows.add(row.getInt(3) + " rows of " + row.getString(1) + " refer to a row of " + row.getString(2)
                        + " that does not exist" + (example == null ? "" : ", such as the one with rowid " + example)
                        + ".");
            }
        }
        return rows;
    }
}
