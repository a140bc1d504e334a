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

/** The rights to write Retort's metadata tables. They are tried with statements that change no row. */
public final class MetadataRights {

    private final Dialect dialect;
    private final Needed version;
    private final Needed history;
    private final Needed journal;
    private final Set<String> found = new HashSet<>();

    /**
     * What is needed on one table.
     *
     * @param columns the columns that are changed
     * @param deletes whether rows are deleted too
     */
    private record Needed(MetadataTable table, List<String> columns, boolean deletes) {

        /** What needs each right, by its name. */
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
     * Makes sure that all can be written that a step has to write behind a statement that commits by itself, before the first such
     * statement. Asks once for each.
     *
     * @throws SQLException when the login may not write it, or cannot, or the database does not answer
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
     * Makes sure that the journal can be written by what undoes a step.
     *
     * @throws SQLException when the login may not write it, or cannot, or the database does not answer
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
     * Which rights lack, with what gives them, as sentences; empty when a failure is of another kind, or none lacks. What gives several,
     * as where the whole database is a file, is said once.
     *
     * @param connection out of auto-commit and at the beginning of a transaction, as it is afterwards
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

    /** The failure of a batch may have the one of its statement as its cause. */
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
