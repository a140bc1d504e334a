package dev.retort.history;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.VersionTableException;
import dev.retort.operation.AddColumn;
import dev.retort.operation.CreateTable;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A metadata table: how it is created, checked and read. */
abstract class MetadataTable {

    private static final int VALIDITY_TIMEOUT_SECONDS = 5;

    private static final Advice MAKE_ONCE =
            Advice.of("Or have somebody with that right create the table with {}.", Action.ENSURE_VERSION);

    private final Dialect dialect;
    private final Table definition;
    private final String written;
    private final String setting;

    /**
     * A table.
     *
     * @param setting the key of the setting that names it
     */
    MetadataTable(Dialect dialect, Table definition, String setting) {
        this.dialect = dialect;
        this.definition = definition;
        this.setting = setting;
        this.written = dialect.identifiers().write(definition.name());
    }

    final Dialect dialect() {
        return dialect;
    }

    /** The table's name. */
    public final QualifiedName name() {
        return definition.name();
    }

    /** The statements that create the table. */
    public final List<String> createStatements() {
        List<String> statements = new ArrayList<>();
        for (Executable executable : dialect.ddl().compile(new CreateTable(definition))) {
            statements.add(((Executable.SqlStatement) executable).sql());
        }
        return statements;
    }

    /** The columns to which an entry gives a value. */
    final List<String> givenColumns() {
        return definition.columns().stream()
                .filter(column -> column.identity() == null)
                .map(Column::name)
                .toList();
    }

    /** Creates the table if it does not exist; adds the columns that a table of an earlier version lacks. */
    public final void create(Connection connection) {
        create(connection, columnsToMake(connection));
    }

    /**
     * The columns that {@link #create(Connection, List)} has to create: all if the table does not exist.
     *
     * @throws DatabaseAccessException when the table belongs to something else
     */
    final List<Column> columnsToMake(Connection connection) {
        try {
            List<Column> missing = missingColumns(connection);
            if (missing.size() == definition.columns().size()) {
                requireNotHidden(connection);
            } else if (!missing.stream().allMatch(Column::nullable)) {
                throw new DatabaseAccessException(
                        "The table " + name() + " belongs to something else: it has no column "
                                + missing.stream().map(Column::name).collect(Collectors.joining(", ")) + ".",
                        Advice.of("Set another {}.", Advice.setting(setting)),
                        null);
            }
            return missing;
        } catch (SQLException e) {
            throw notCreated(connection, e);
        }
    }

    final void create(Connection connection, List<Column> missing) {
        try (Statement statement = connection.createStatement()) {
            for (String sql :
                    missing.size() == definition.columns().size() ? createStatements() : addStatements(missing)) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw notCreated(connection, e);
        }
    }

    private DatabaseAccessException notCreated(Connection connection, SQLException e) {
        if (isLost(connection)) {
            return lost("created", e);
        }
        if (dialect.failures().isDenied(e)) {
            return denied(connection, "CREATE", "created", e, MAKE_ONCE);
        }
        return new DatabaseAccessException(
                "The table " + name() + " cannot be created: " + e.getMessage(),
                "Remove the cause, then run the command again.",
                e);
    }

    private List<String> addStatements(List<Column> missing) {
        List<String> statements = new ArrayList<>();
        for (Column column : missing) {
            for (Executable executable : dialect.ddl().compile(new AddColumn(name(), column))) {
                statements.add(((Executable.SqlStatement) executable).sql());
            }
        }
        return statements;
    }

    /** The missing columns: all if the table does not exist. */
    final List<Column> missingColumns(Connection connection) throws SQLException {
        Set<String> found = new HashSet<>();
        inCatalog(connection, (metadata, catalog, schema, table) -> {
            try (ResultSet columns = metadata.getColumns(catalog, schema, pattern(metadata, table), null)) {
                while (columns.next()) {
                    if (table.equalsIgnoreCase(columns.getString("TABLE_NAME"))) {
                        found.add(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                    }
                }
            }
            return true;
        });
        return definition.columns().stream()
                .filter(column -> !found.contains(column.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** A catalog may omit what the user has no privilege on. Inside a transaction nothing is checked, since a failure could abort it. */
    private void requireNotHidden(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            read(connection, "SELECT 1 FROM " + written() + " WHERE 1 = 0", row -> row.getInt(1));
        }
    }

    /** Whether the table exists and is visible to the user. */
    public final boolean exists(Connection connection) throws SQLException {
        return inCatalog(connection, (metadata, catalog, schema, table) -> {
            try (ResultSet tables = metadata.getTables(catalog, schema, pattern(metadata, table), null)) {
                while (tables.next()) {
                    if (table.equalsIgnoreCase(tables.getString("TABLE_NAME"))) {
                        return true;
                    }
                }
                return false;
            }
        });
    }

    /** A query of the driver's catalog about the table, with the schema and name as the catalog spells them. */
    private interface CatalogQuestion {
        boolean ask(DatabaseMetaData metadata, @Nullable String catalog, @Nullable String schema, String table)
                throws SQLException;
    }

    private boolean inCatalog(Connection connection, CatalogQuestion question) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        String schema = dialect.identifiers().toCatalogOrNull(name().schema());
        String stored = dialect.identifiers().toCatalog(name().name());
        boolean schemasAreCatalogs = !metadata.supportsSchemasInTableDefinitions();
        String catalog = schemasAreCatalogs && schema != null ? schema : connection.getCatalog();
        String schemaName = schemasAreCatalogs ? null : schema != null ? schema : connection.getSchema();
        return question.ask(metadata, catalog, schemaName, stored);
    }

    private static String pattern(DatabaseMetaData metadata, String name) throws SQLException {
        String escape = metadata.getSearchStringEscape();
        return escape == null || escape.isEmpty()
                ? name
                : name.replace("_", escape + "_").replace("%", escape + "%");
    }

    /** Creates a value from a row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * The rows of a query on this table; none if the table does not exist. The connection must not be inside a transaction, because a
     * failed query would abort it on some databases.
     */
    final <T> List<T> read(Connection connection, String sql, RowReader<T> reader) {
        try {
            return query(connection, sql, reader);
        } catch (SQLException e) {
            if (dialect.failures().isBusy(e)) {
                throw unreadable(connection, e);
            }
            if (dialect.failures().isDenied(e)) {
                throw denied(connection, "SELECT", "read", e);
            }
            if (isMissing(connection, e)) {
                return List.of();
            }
            return readOnceMore(connection, sql, reader, e);
        }
    }

    /** Another run may have created the table between the query and the check whether it exists. */
    private <T> List<T> readOnceMore(Connection connection, String sql, RowReader<T> reader, SQLException first) {
        try {
            return query(connection, sql, reader);
        } catch (SQLException e) {
            e.addSuppressed(first);
            throw unreadable(connection, e);
        }
    }

    final DatabaseAccessException unreadable(Connection connection, SQLException e) {
        return isLost(connection) ? lost("read", e) : unreadable(e);
    }

    /** A table that looks empty may have rows that are hidden from this user. */
    final void requireNoHiddenRows(Connection connection) throws SQLException {
        if (dialect.access().hidesRows(connection, name())) {
            throw new DatabaseAccessException(
                    "The table " + name() + " is under row-level security, which hides rows of it from this login.",
                    "Retort must see all rows of its metadata tables. Disable it with ALTER TABLE " + written()
                            + " DISABLE ROW LEVEL SECURITY.",
                    null);
        }
    }

    final DatabaseAccessException denied(Connection connection, String right, String done, SQLException e) {
        return denied(connection, right, done, e, Advice.NONE);
    }

    private DatabaseAccessException denied(
            Connection connection, String right, String done, SQLException e, Advice otherwise) {
        String remedy = null;
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            remedy = dialect.access().remedy(connection, right, name());
        } catch (SQLException silent) {
            e.addSuppressed(silent);
        }
        return new DatabaseAccessException(
                "The login may not do this: the table " + name() + " cannot be " + done + ": " + e.getMessage(),
                remedy == null ? Advice.NONE : Advice.of(remedy).and(otherwise),
                e);
    }

    private DatabaseAccessException unreadable(SQLException e) {
        return new DatabaseAccessException(
                "The table " + name() + " cannot be read: " + e.getMessage(),
                dialect.failures().isBusy(e)
                        ? Advice.of("Another process is writing to the database; try again when it is done.")
                        : Advice.of(
                                "If it is a table of something else (Retort's own has the columns: {}), set another {}.",
                                Advice.of(definition.columns().stream()
                                        .map(Column::name)
                                        .collect(Collectors.joining(", "))),
                                Advice.setting(setting)),
                e);
    }

    /**
     * Checks that each statement has changed exactly one row.
     *
     * @param what what the table is, for the message
     * @param counts the number of rows that each statement has changed
     * @throws VersionTableException when one has not, because another program has changed the table
     */
    final void requireOneRowEach(String what, List<String> statements, int[] counts) {
        for (int i = 0; i < statements.size(); i++) {
            if (counts[i] != 1) {
                throw new VersionTableException(
                        name().toString(),
                        "The " + what + " " + name() + " was changed by somebody else during this run: this changed "
                                + counts[i] + " rows instead of one:\n    " + statements.get(i),
                        Advice.of(
                                "{} shows what it contains now. Runs of Retort wait for each other.", Action.CURRENT));
            }
        }
    }

    private DatabaseAccessException lost(String done, SQLException e) {
        return new DatabaseAccessException(
                "The connection to the database was lost when the table " + name() + " was to be " + done + ": "
                        + e.getMessage(),
                Advice.NONE,
                e);
    }

    private static boolean isLost(Connection connection) {
        try {
            return !connection.isValid(VALIDITY_TIMEOUT_SECONDS);
        } catch (SQLException e) {
            return true;
        }
    }

    private static <T> List<T> query(Connection connection, String sql, RowReader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> values = new ArrayList<>();
            while (rows.next()) {
                values.add(reader.read(rows));
            }
            return values;
        }
    }

    private boolean isMissing(Connection connection, SQLException failure) {
        try {
            return !exists(connection);
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    final String written() {
        return written;
    }

    final String literal(@Nullable Object value) {
        return dialect.literals().write(value);
    }
}
