package dev.retort.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How transactions begin and end, and what they roll back.
 *
 * @param includeDdl whether a rollback undoes schema changes too
 * @param begin the statement with which a script begins a transaction
 * @param commit the statement with which a script ends it
 * @param uncommitted a query whose only value tells whether the session has uncommitted changes; null if the database cannot be asked
 */
public record Transactions(
        boolean includeDdl,
        String begin,
        String commit,
        @Nullable String uncommitted) {

    /** Schema changes are rolled back. */
    public static final Transactions WITH_DDL = new Transactions(true, "BEGIN", "COMMIT", null);

    /** A schema change commits by itself. */
    public static final Transactions WITHOUT_DDL = new Transactions(false, "BEGIN", "COMMIT", null);

    /** The same in a database that answers a query whether the session has uncommitted changes. */
    public Transactions withUncommitted(String query) {
        return new Transactions(includeDdl, begin, commit, query);
    }

    /**
     * Whether the session is known to have uncommitted changes.
     *
     * @throws SQLException when the database does not answer
     */
    public boolean hasUncommittedChanges(Connection connection) throws SQLException {
        if (uncommitted == null) {
            return false;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(uncommitted)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /**
     * Runs statements in the current transaction; if one fails, the transaction continues as if none had been sent.
     *
     * @param connection not in auto-commit mode
     * @return why one failed; empty if all have run
     * @throws SQLException when the database does not answer
     */
    public Optional<SQLException> refusal(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            Savepoint before = connection.setSavepoint();
            try {
                for (String sql : statements) {
                    statement.execute(sql);
                }
                return Optional.empty();
            } catch (SQLException refused) {
                connection.rollback(before);
                return Optional.of(refused);
            }
        }
    }
}
