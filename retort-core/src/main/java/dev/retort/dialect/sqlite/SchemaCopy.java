package dev.retort.dialect.sqlite;

import dev.retort.dialect.Executable.FromCatalog;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.ForeignKeyEnforcement.Suspension;
import dev.retort.dialect.Inspector;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An in-memory database with the schema of another one, in which each table has one row of the original: SQLite rejects some columns only
 * if there is a row without a value for them.
 */
final class SchemaCopy implements AutoCloseable {

    private static final String DRIVER = "org.sqlite.JDBC";

    /** Session settings that affect what is rejected; the caller decides whether foreign keys are enforced. */
    static final List<String> SETTINGS = List.of("legacy_alter_table", "ignore_check_constraints");

    /** Generated columns, and hidden columns of virtual tables, take no value. */
    private static final String COLUMNS = "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0";

    private final Connection connection;
    private final boolean foreignKeys;
    private boolean whole = true;

    private SchemaCopy(Connection connection, boolean foreignKeys) {
        this.connection = connection;
        this.foreignKeys = foreignKeys;
    }

    /** A copy; empty when the driver is another one. */
    static Optional<SchemaCopy> of(Connection original) throws SQLException {
        Driver driver = driver(original);
        Connection connection = driver == null ? null : driver.connect("jdbc:sqlite::memory:", new Properties());
        if (connection == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(original, connection));
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static SchemaCopy of(Connection original, Connection connection) throws SQLException {
        SchemaCopy copy = new SchemaCopy(connection, SqliteForeignKeys.isOn(original, SqliteForeignKeys.ENFORCED));
        copy.whole = !asks(original, "SELECT COUNT(*) FROM pragma_database_list WHERE name NOT IN ('main', 'temp')")
                && !asks(original, "SELECT COUNT(*) FROM sqlite_temp_schema");
        copy.fill(original);
        for (String setting : SETTINGS) {
            copy.refusal("PRAGMA " + setting + " = " + SqliteForeignKeys.isOn(original, setting));
        }
        return copy;
    }

    private static @Nullable Driver driver(Connection connection) throws SQLException {
        try {
            ClassLoader loader = connection.getMetaData().getClass().getClassLoader();
            return Class.forName(DRIVER, true, loader)
                    .asSubclass(Driver.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException anotherDriver) {
            return null;
        }
    }

    /** Indexes and triggers follow the tables and their rows. A virtual table creates tables of its own. */
    private void fill(Connection original) throws SQLException {
        refusal("PRAGMA foreign_keys = OFF");
        List<String> others = new ArrayList<>();
        Set<String> broughtAlong = Set.of();
        try (Statement statement = original.createStatement();
                ResultSet row = statement.executeQuery("SELECT type = 'table', name, sql FROM sqlite_schema"
                        + " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                        + " ORDER BY type = 'index' DESC, rowid")) {
            while (row.next()) {
                if (!row.getBoolean(1)) {
                    others.add(row.getString(3));
                } else if (!broughtAlong.contains(folded(row.getString(2)))) {
                    String sql = row.getString(3);
                    copyTable(original, row.getString(2), sql);
                    if (isVirtual(sql)) {
                        broughtAlong = namesOf("table");
                    }
                }
            }
        }
        for (String sql : others) {
            whole &= refusal(sql) == null;
        }
    }

    private void copyTable(Connection original, String table, String sql) throws SQLException {
        if (refusal(sql) != null) {
            whole = false;
        } else if (!isVirtual(sql)) {
            copyRow(original, table);
        }
    }

    private static boolean isVirtual(String sql) {
        return folded(sql).startsWith("create virtual");
    }

    /** Copies one of the rows. If that fails, the table is treated as empty. */
    private void copyRow(Connection original, String table) throws SQLException {
        List<String> columns = columns(table);
        String names = String.join(", ", columns);
        String marks = columns.stream().map(name -> "?").collect(Collectors.joining(", "));
        try (Statement select = original.createStatement();
                ResultSet row = select.executeQuery("SELECT " + names + " FROM main." + quoted(table) + " LIMIT 1")) {
            if (row.next()) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    values.add(row.getObject(i));
                }
                refusal("PRAGMA ignore_check_constraints = ON");
                insert("INSERT INTO " + quoted(table) + " (" + names + ") VALUES (" + marks + ")", values);
                refusal("PRAGMA ignore_check_constraints = OFF");
            }
        }
    }

    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(quoted(row.getString(1)));
                }
            }
        }
        return columns;
    }

    /** Whether everything of the original has been copied so far. */
    boolean isWhole() {
        return whole;
    }

    /** Whether the original enforces foreign keys, as its connection is set. */
    boolean foreignKeys() {
        return foreignKeys;
    }

    /** Adds a row, if the copy accepts it. */
    void insert(String sql, List<@Nullable Object> values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.execute();
        } catch (SQLException refused) {
            // a row that is not there refuses nothing
        }
    }

    /** Empties tables, by their names in lower case; all tables if a trigger may affect others. */
    void empty(Set<String> names) {
        boolean all = foreignKeys || hasTriggers();
        for (String table : namesOf("table")) {
            if (all || names.contains(table)) {
                whole &= refusal("DELETE FROM main." + quoted(table)) == null;
            }
        }
    }

    /** Whether a change of rows may change others. */
    boolean hasTriggers() {
        return !namesOf("trigger").isEmpty();
    }

    /** The columns that triggers need and that do not exist, one sentence each. */
    Set<String> brokenTriggers() {
        try {
            return hasTriggers() ? BrokenTriggers.in(connection) : Set.of();
        } catch (SQLException e) {
            throw new IllegalStateException("A database in memory can be read.", e);
        }
    }

    /** In lower case. */
    private Set<String> namesOf(String type) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = '" + type
                        + "' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")) {
            Set<String> names = new HashSet<>();
            while (row.next()) {
                names.add(folded(row.getString(1)));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException("A database in memory can be read.", e);
        }
    }

    /** Why the copy rejects a statement; null if it does not. */
    @Nullable
    String refusal(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return null;
        } catch (SQLException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** Why the copy rejects what is compiled from its catalog; empty if it does not. A table that it lacks is no reason. */
    Optional<String> refusal(FromCatalog later, Inspector inspector) {
        try {
            Suspension suspension = new SqliteForeignKeys().suspend(connection);
            try {
                Table table = inspector.table(connection, later.table()).orElse(null);
                List<SqlStatement> statements =
                        table == null ? List.of() : later.from().of(table, connection);
                for (SqlStatement statement : statements) {
                    String refusal = refusal(statement.sql());
                    if (refusal != null) {
                        return Optional.of(refusal);
                    }
                }
                return Optional.empty();
            } finally {
                suspension.end();
            }
        } catch (SQLIntegrityConstraintViolationException ofARow) {
            whole = false; // the row may be another one by then
            return Optional.empty();
        } catch (SQLException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    /** Whether the copy can compile a statement, which is not executed. */
    boolean reads(String sql) throws SQLException {
        return isRead(sql, connection);
    }

    /**
     * Whether a database can compile a statement, which is not executed.
     *
     * @throws SQLException when it does not say
     */
    static boolean isRead(String sql, Connection connection) throws SQLException {
        return refusal(sql, connection).isEmpty();
    }

    /**
     * Why a database cannot compile a statement; empty if it can.
     *
     * @throws SQLException when it does not say
     */
    static Optional<String> refusal(String sql, Connection connection) throws SQLException {
        try {
            connection.prepareStatement(sql).close();
            return Optional.empty();
        } catch (SQLException refused) {
            if (SqliteFailures.INSTANCE.isNoAnswer(refused)) {
                throw refused;
            }
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private static boolean asks(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getInt(1) > 0;
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("A database in memory closes.", e);
        }
    }
}
