package dev.retort.history;

import dev.retort.dialect.Dialect;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.VersionTableException;
import dev.retort.plan.RowChange;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metadata tables of one database.
 *
 * @param version the version table
 * @param history the history table
 * @param journal the journal
 */
public record MetadataTables(VersionTable version, HistoryTable history, JournalTable journal) {

    /**
     * The tables with the names in the settings.
     *
     * @param schema their schema; null for the connection's own
     */
    public static MetadataTables named(
            Dialect dialect, @Nullable String schema, String version, String history, String journal) {
        return new MetadataTables(
                new VersionTable(dialect, new QualifiedName(schema, version)),
                new HistoryTable(dialect, new QualifiedName(schema, history)),
                new JournalTable(dialect, new QualifiedName(schema, journal)));
    }

    /**
     * The same tables with the schema in which they are or will be, which is that of the version table. They stay the same tables whatever
     * a revision does to the session.
     *
     * @throws SQLException when the database does not answer
     */
    public MetadataTables located(Connection connection) throws SQLException {
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

    /** Creates those that do not exist, once it is certain that no name is used by something else. */
    public void create(Connection connection) {
        List<Column> ofVersion = version.columnsToMake(connection);
        List<Column> ofHistory = history.columnsToMake(connection);
        List<Column> ofJournal = journal.columnsToMake(connection);
        version.create(connection, ofVersion);
        history.create(connection, ofHistory);
        journal.create(connection, ofJournal);
    }

    /**
     * Where the database stands. The connection must not be inside a transaction. One query, unless the version table or the history is
     * empty or missing, or the history has no digests yet.
     */
    public Standing standing(Connection connection) {
        try {
            Standing standing = readStanding(connection);
            if (standing.rows().isEmpty()) {
                version.requireNoHiddenRows(connection);
            }
            if (standing.lastEntry() == null) {
                history.requireNoHiddenRows(connection);
            }
            return standing;
        } catch (SQLException e) {
            if (version.dialect().failures().isBusy(e)) {
                throw version.unreadable(connection, e);
            }
            if (version.dialect().failures().isDenied(e)) {
                version.rows(connection);
                throw history.denied(connection, "SELECT", "read", e);
            }
            return hasAll(connection, e) ? standingOnceMore(connection, e) : standingByRows(connection);
        }
    }

    /**
     * Makes sure that no rows are hidden from the user, so that deleting them deletes all.
     *
     * @throws SQLException when the database does not answer
     */
    public void requireNoHiddenRows(Connection connection) throws SQLException {
        version.requireNoHiddenRows(connection);
        history.requireNoHiddenRows(connection);
        journal.requireNoHiddenRows(connection);
    }

    private boolean hasAll(Connection connection, SQLException failure) {
        try {
            return history.missingColumns(connection).isEmpty() && version.exists(connection);
        } catch (SQLException e) {
            failure.addSuppressed(e);
            throw history.unreadable(connection, failure);
        }
    }

    /** Another run may have created the tables between the query and the check whether they exist; otherwise one of them cannot be read. */
    private Standing standingOnceMore(Connection connection, SQLException first) {
        try {
            return readStanding(connection);
        } catch (SQLException e) {
            e.addSuppressed(first);
            version.rows(connection);
            throw history.unreadable(connection, e);
        }
    }

    /** Nothing is known from a history that is missing, or was written by a version without digests. */
    private Standing standingByRows(Connection connection) {
        return new Standing(version.rows(connection), null);
    }

    /**
     * Where the database stands, for a connection inside a transaction and existing tables.
     *
     * @throws SQLException when they do not exist, or the database does not answer
     */
    public Standing readStanding(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(standingQuery())) {
            return standing(answer);
        }
    }

    /** The query whose result {@link #standing(ResultSet)} reads. */
    public String standingQuery() {
        String entries = history.written();
        return "SELECT v." + VersionTable.COLUMN + ", h.id, h.run_id, h.applied_digest FROM " + version.written()
                + " v LEFT JOIN " + entries + " h ON h.id = (SELECT MAX(id) FROM " + entries + ")";
    }

    /** Where the database stands. */
    public Standing standing(ResultSet answer) throws SQLException {
        List<String> rows = new ArrayList<>();
        Standing.LastEntry last = null;
        while (answer.next()) {
            rows.add(version.identifier(answer.getString(1)));
            String runId = answer.getString(3);
            if (runId != null) {
                String digest = answer.getString(4);
                last = new Standing.LastEntry(answer.getLong(2), runId, digest == null ? "" : digest);
            }
        }
        return new Standing(version.distinct(rows), last);
    }

    /**
     * Changes the version rows by compare-and-set and adds the entry, in one round trip to the server.
     *
     * @throws VersionTableException when another program has changed the version table
     */
    public void record(Connection connection, RowChange change, HistoryEntry entry) throws SQLException {
        List<String> statements = version.statements(change);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                statement.addBatch(sql);
            }
            statement.addBatch(history.insertStatement(entry));
            version.requireOneRowEach("version table", statements, statement.executeBatch());
        }
    }

    /**
     * Does the same for a change that leaves the version rows unchanged, so that only the history can tell whether another run has made it:
     * also claims the last entry by compare-and-set.
     *
     * @throws VersionTableException when another program has changed the version table or the history
     */
    public void recordAfter(
            Connection connection, Standing.@Nullable LastEntry last, RowChange change, HistoryEntry entry)
            throws SQLException {
        if (last != null) {
            take(connection, last, entry.runId());
        }
        record(connection, change, entry);
    }

    /**
     * Claims the last entry of the history for a run, by compare-and-set.
     *
     * @throws VersionTableException when another run has written to the history
     */
    public void takeLastEntry(Connection connection, Standing standing, String runId) throws SQLException {
        if (standing.lastEntry() != null) {
            take(connection, standing.lastEntry(), runId);
        }
    }

    private void take(Connection connection, Standing.LastEntry entry, String runId) throws SQLException {
        String sql = history.takeStatement(entry, runId);
        try (Statement statement = connection.createStatement()) {
            history.requireOneRowEach("history", List.of(sql), new int[] {statement.executeUpdate(sql)});
        }
    }

    /** Writes to the tables. */
    @FunctionalInterface
    public interface Writing {
        void run() throws SQLException;
    }

    /**
     * Writes in one transaction.
     *
     * @param connection in auto-commit mode, before and after
     * @throws DatabaseAccessException when the user lacks a privilege, naming it
     */
    public void inTransaction(Connection connection, Writing writing) throws SQLException {
        connection.setAutoCommit(false);
        try {
            writing.run();
            connection.commit();
        } catch (SQLException | RuntimeException | Error e) {
            String lacking = undone(connection, e);
            if (!lacking.isEmpty()) {
                throw new DatabaseAccessException(
                        "The login may not do this, and nothing was written: " + e.getMessage(), lacking, e);
            }
            throw e;
        }
        connection.setAutoCommit(true);
    }

    /** Rolls back; returns the missing privileges. */
    private String undone(Connection connection, Throwable failure) {
        String lacking = "";
        try {
            connection.rollback();
            lacking = new MetadataRights(this).lacking(connection, failure);
            connection.setAutoCommit(true);
        } catch (SQLException lost) {
            failure.addSuppressed(lost);
        }
        return lacking;
    }

    /** The names of the tables, which no comparison includes. */
    public List<QualifiedName> names() {
        return List.of(version.name(), history.name(), journal.name());
    }
}
