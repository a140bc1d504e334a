package dev.retort.history;

import dev.retort.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rights to write Retort's own tables. They are tried with statements that change no row. */
public final class OwnRights {

    private final Dialect dialect;
    private final Needed journal;
    private final List<Needed> all;
    private boolean journalIsWritable;

    /**
     * What is needed on one table.
     *
     * @param column a column that is written
     * @param deletes whether rows are deleted too
     */
    private record Needed(OwnTable table, String column, boolean deletes) {

        /** What needs each right, by its name. */
        Map<String, String> statements() {
            Map<String, String> statements = new LinkedHashMap<>();
            statements.put(
                    "INSERT",
                    "INSERT INTO " + table.written() + " (" + column + ") SELECT " + column + " FROM " + table.written()
                            + " WHERE 1 = 0");
            statements.put("UPDATE", update());
            if (deletes) {
                statements.put("DELETE", "DELETE FROM " + table.written() + " WHERE 1 = 0");
            }
            return statements;
        }

        String update() {
            return "UPDATE " + table.written() + " SET " + column + " = " + column + " WHERE 1 = 0";
        }
    }

    public OwnRights(OwnTables tables) {
        dialect = tables.version().dialect();
        journal = new Needed(tables.journal(), "closed_at", true);
        all = List.of(
                new Needed(tables.version(), VersionTable.COLUMN, true),
                new Needed(tables.history(), "applied_digest", false),
                journal);
    }

    /**
     * Makes sure that the journal can say of a statement that it is done, before the first one that commits by itself. Asks once.
     *
     * @throws SQLException when the login may not change the journal, or the database does not answer
     */
    public void requireJournal(Connection connection) throws SQLException {
        if (!journalIsWritable) {
            run(connection, journal.update());
            journalIsWritable = true;
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
            for (Needed each : all) {
                String rights = lacking(connection, each);
                if (!rights.isEmpty()) {
                    String remedy = dialect.remedyOfDenial(
                            connection, rights, each.table().name());
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
            if (cause instanceof SQLException said && dialect.isDenied(said)) {
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
                if (dialect.isDenied(e)) {
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
