package dev.retort.history;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.error.DatabaseAccessException;
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
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of Retort's own tables: how it is made, asked for and read. */
abstract class OwnTable {

    private final Dialect dialect;
    private final Table definition;

    OwnTable(Dialect dialect, Table definition) {
        this.dialect = dialect;
        this.definition = definition;
    }

    final Dialect dialect() {
        return dialect;
    }

    /** The table's name. */
    public final QualifiedName name() {
        return definition.name();
    }

    /** The statements that make the table. */
    public final List<String> createStatements() {
        List<String> statements = new ArrayList<>();
        for (Executable executable : dialect.ddl().compile(new CreateTable(definition))) {
            statements.add(((Executable.SqlStatement) executable).sql());
        }
        return statements;
    }

    /** Makes the table unless it is there. */
    public final void create(Connection connection) {
        try {
            if (exists(connection)) {
                return;
            }
            try (Statement statement = connection.createStatement()) {
                for (String sql : createStatements()) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseAccessException(
                    "The table " + name() + " cannot be created: " + e.getMessage(),
                    "If it is a right that the login lacks, somebody who has it creates the table once with 'retort ensure-version'.",
                    e);
        }
    }

    /** Whether the table is there. */
    public final boolean exists(Connection connection) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        String schema = dialect.identifiers().toCatalogOrNull(name().schema());
        String stored = dialect.identifiers().toCatalog(name().name());
        boolean schemasAreCatalogs = !metadata.supportsSchemasInTableDefinitions();
        String catalog = schemasAreCatalogs && schema != null ? schema : connection.getCatalog();
        String schemaName = schemasAreCatalogs ? null : schema != null ? schema : connection.getSchema();
        try (ResultSet tables = metadata.getTables(catalog, schemaName, pattern(metadata, stored), null)) {
            while (tables.next()) {
                if (stored.equalsIgnoreCase(tables.getString("TABLE_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static String pattern(DatabaseMetaData metadata, String name) throws SQLException {
        String escape = metadata.getSearchStringEscape();
        return escape == null || escape.isEmpty()
                ? name
                : name.replace("_", escape + "_").replace("%", escape + "%");
    }

    /** Makes a value of a row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * The rows of a query on this table; none when the table is not there. The connection must not be inside a transaction, because a
     * failed query would spoil it on some databases.
     */
    final <T> List<T> read(Connection connection, String sql, RowReader<T> reader) {
        try {
            return query(connection, sql, reader);
        } catch (SQLException e) {
            if (dialect.isBusy(e)) {
                throw unreadable(e);
            }
            if (isMissing(connection, e)) {
                return List.of();
            }
            return readOnceMore(connection, sql, reader, e);
        }
    }

    /** Another run may have made the table between the query and the question whether it is there. */
    private <T> List<T> readOnceMore(Connection connection, String sql, RowReader<T> reader, SQLException first) {
        try {
            return query(connection, sql, reader);
        } catch (SQLException e) {
            e.addSuppressed(first);
            throw unreadable(e);
        }
    }

    private DatabaseAccessException unreadable(SQLException e) {
        return new DatabaseAccessException(
                "The table " + name() + " cannot be read: " + e.getMessage(),
                dialect.isBusy(e)
                        ? "Somebody else writes to the database; try again when that is over."
                        : "If it is a right that the login lacks, grant it. If it is a table of something else (Retort's own has"
                                + " the columns: "
                                + definition.columns().stream()
                                        .map(Column::name)
                                        .collect(Collectors.joining(", "))
                                + "), set another name in retort.toml.",
                e);
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
        return dialect.identifiers().write(name());
    }

    final String literal(@Nullable Object value) {
        return dialect.literals().write(value);
    }
}
