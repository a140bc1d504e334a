package dev.retort.history;

import dev.retort.dialect.Dialect;
import dev.retort.plan.RowChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The privileges to write the metadata tables. They are checked with statements that change no row. */
public final class MetadataRights {

    private final Dialect dialect;
    private final Needed version;
    private final Needed history;
    private final Needed journal;
    private final Set<String> found = new HashSet<>();

    /**
     * What is needed on one table.
     *
     * @param columns the columns that are updated
     * @param deletes whether rows are deleted too
     */
    private record Needed(MetadataTable table, List<String> columns, boolean deletes) {

        /** A statement for each needed privilege, by its name. */
        Map<String, String> statements() {
            Map<String, String> statements = new LinkedHashMap<>();
            statements.put("INSERT", insert());
            statements.put("UPDATE", update());
            if (deletes) {
                statements.put("DELETE", delete());
            }
            return statements;
        }

        String insert() {
            String columns = String.join(", ", table.givenColumns());
            return "INSERT INTO " + table.written() + " (" + columns + ") SELECT " + columns + " FROM "
                    + table.written() + " WHERE 1 = 0";
        }

        String delete() {
            return "DELETE FROM " + table.written() + " WHERE 1 = 0";
        }

        String update() {
            return "UPDATE " + table.written() + " SET "
                    + columns.stream().map(column -> column + " = " + column).collect(Collectors.joining(", "))
                    + " WHERE 1 = 0";
        }
    }

    public MetadataRights(MetadataTables tables) {
        dialect = tables.version().dialect();
        version = new Needed(tables.version(), List.of(VersionTable.COLUMN), true);
        history = new Needed(tables.history(), List.of("applied_digest"), false);
        journal = new Needed(tables.journal(), List.of("closed_at", "opened_by"), true);
    }

    /**
     * Makes sure, before the first statement that commits by itself, that everything that a step has to write after such a statement can be
     * written. Checks each only once.
     *
     * @throws SQLException when the user lacks the privilege, the table cannot be written, or the database does not answer
     */
    public void require(Connection connection, RowChange change) throws SQLException {
        requireJournal(connection);
        requireOnce(connection, history.insert());
        if (change.keepsRows()) {
            requireOnce(connection, history.update());
        }
        if (!change.inserted().isEmpty()) {
            requireOnce(connection, version.insert());
        }
        if (!change.deleted().isEmpty()) {
            requireOnce(connection, version.delete());
        }
        if (change.updated() != null) {
            requireOnce(connection, version.update());
        }
    }

    /**
     * Makes sure that undoing a step can write the journal.
     *
     * @throws SQLException when the user lacks the privilege, the table cannot be written, or the database does not answer
     */
    public void requireJournal(Connection connection) throws SQLException {
        requireOnce(connection, journal.update());
        requireOnce(connection, journal.delete());
    }

    private void requireOnce(Connection connection, String statement) throws SQLException {
        if (!found.contains(statement)) {
            run(connection, statement);
            found.add(statement);
        }
    }

    /**
     * The missing privileges, with what grants them, as sentences; empty if a failure has another reason, or none is missing. What grants
     * several, for example where the whole database is a file, is named once.
     *
     * @param connection not in auto-commit mode and at the beginning of a transaction, before and after
     */
    public String lacking(Connection connection, @Nullable Throwable failure) {
        if (failure == null || !isDenied(failure)) {
            return "";
        }
        Map<String, String> sentences = new LinkedHashMap<>();
        try {
            for (Needed each : List.of(version, history, journal)) {
                String rights = lacking(connection, each);
                if (!rights.isEmpty()) {
                    String remedy = dialect.access()
                            .remedy(connection, rights, each.table().name());
                    String table = each.table().name().toString();
                    sentences.putIfAbsent(
                            remedy, "The login lacks " + rights + " on the table " + table + ". " + remedy);
                }
            }
            connection.rollback();
        } catch (SQLException silent) {
            failure.addSuppressed(silent);
        }
        return String.join("\n", sentences.values());
    }

    /** The failure of a batch may have that of its statement as its cause. */
    private boolean isDenied(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said && dialect.failures().isDenied(said)) {
                return true;
            }
        }
        return false;
    }

    private String lacking(Connection connection, Needed each) throws SQLException {
        List<String> rights = new ArrayList<>();
        for (Map.Entry<String, String> right : each.statements().entrySet()) {
            try {
                run(connection, right.getValue());
            } catch (SQLException e) {
                if (dialect.failures().isDenied(e)) {
                    rights.add(right.getKey());
                }
                connection.rollback();
            }
        }
        return String.join(", ", rights);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
