package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * How a transaction begins and ends, and what it rolls back.
 *
 * @param includeDdl whether a rolled-back transaction undoes its schema changes, too
 * @param begin the statement with which a script begins a transaction
 * @param commit the statement with which a script ends it
 */
public record Transactions(boolean includeDdl, String begin, String commit) {

    /** Schema changes are rolled back. */
    public static final Transactions WITH_DDL = new Transactions(true, "BEGIN", "COMMIT");

    /** A schema change commits by itself. */
    public static final Transactions WITHOUT_DDL = new Transactions(false, "BEGIN", "COMMIT");

    /**
     * Runs statements in the transaction under way, which goes on as if none of them had been sent when one is refused.
     *
     * @param connection not in auto-commit
     * @return why one was refused; empty when all have run
     * @throws SQLException when the database does not answer
     */
    public Optional<SQLException> refusal(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
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
