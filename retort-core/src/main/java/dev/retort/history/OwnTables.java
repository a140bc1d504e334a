package dev.retort.history;

import dev.retort.dialect.Dialect;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
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

    /** Makes those that are missing. */
    public void create(Connection connection) {
        version.create(connection);
        history.create(connection);
        journal.create(connection);
    }

    /** The tables' names, which no comparison looks at. */
    public List<QualifiedName> names() {
        return List.of(version.name(), history.name(), journal.name());
    }
}
