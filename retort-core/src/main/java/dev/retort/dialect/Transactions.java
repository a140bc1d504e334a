package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

/**
 * How a transaction begins and ends, and what it takes back.
 *
 * @param includeDdl whether a rolled-back transaction takes its schema changes back too
 * @param begin the statement with which a script begins a transaction
 * @param commit the statement with which a script ends it
 */
public record Transactions(boolean includeDdl, String begin, String commit) {

    /** Schema changes are taken back. */
    public static final Transactions WITH_DDL = new Transactions(true, "BEGIN", "COMMIT");

    /** A schema change commits by itself. */
    public static final Transactions WITHOUT_DDL = new Transactions(false, "BEGIN", "COMMIT");

    /**
     * Whether a statement runs, in the transaction under way, which goes on as if a statement that fails had not been sent.
     *
     * @param connection not in auto-commit
     * @throws SQLException when the database does not answer
     */
    public boolean accept(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Savepoint before = connection.setSavepoint();
            try {
                statement.execute(sql);
                return true;
            } catch (SQLException refused) {
                connection.rollback(before);
                return false;
            }
        }
    }
}
