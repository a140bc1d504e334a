package dev.retort.history;

import dev.retort.dialect.Dialect;
import dev.retort.error.VersionTableException;
import dev.retort.plan.RowChange;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Retort's own tables in one database.
 *
 * @param version the version rows
 * @param history the record of steps
 * @param journal the statements under way
 */
public record OwnTables(VersionTable version, HistoryTable history, JournalTable journal) {

    /**
     * The tables with the names of the settings.
     *
     * @param schema the schema they lie in; null for the default schema
     */
    public static OwnTables named(
            Dialect dialect, @Nullable String schema, String version, String history, String journal) {
        return new OwnTables(
                new VersionTable(dialect, new QualifiedName(schema, version)),
                new HistoryTable(dialect, new QualifiedName(schema, history)),
                new JournalTable(dialect, new QualifiedName(schema, journal)));
    }

    /**
     * The same tables with the schema in which they lie or will lie, which is that of the version table. Whatever a revision does to the
     * session afterwards, they stay the same tables.
     *
     * @throws SQLException when the database does not answer
     */
    public OwnTables located(Connection connection) throws SQLException {
        if (version.name().schema() != null) {
            return this;
        }
        Dialect dialect = version.dialect();
        String schema = dialect.inspector()
                .schemaOf(
                        connection,
                        dialect.identifiers().toCatalog(version.name().name()))
                .orElse(null);
        return named(
                dialect,
                schema,
                version.name().name(),
                history.name().name(),
                journal.name().name());
    }

    /** Makes those that are missing. */
    public void create(Connection connection) {
        version.create(connection);
        history.create(connection);
        journal.create(connection);
    }

    /**
     * Changes the version rows by compare-and-set and records why, in one round trip to the server.
     *
     * @throws VersionTableException when somebody else changed the version table
     */
    public void record(Connection connection, RowChange change, HistoryEntry entry) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : version.statements(change)) {
                statement.addBatch(sql);
            }
            statement.addBatch(history.insertStatement(entry));
            version.requireOneRowEach(change, statement.executeBatch());
        }
    }

    /** The tables' names, which no comparison looks at. */
    public List<QualifiedName> names() {
        return List.of(version.name(), history.name(), journal.name());
    }
}
