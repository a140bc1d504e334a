package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How a session suspends the enforcement of foreign keys while tables are rebuilt. */
public interface ForeignKeyEnforcement {

    /** For a database whose tables are not rebuilt. */
    ForeignKeyEnforcement NEVER_SUSPENDED = new ForeignKeyEnforcement() {
        @Override
        public boolean isOn(Connection connection) {
            return true;
        }

        @Override
        public Suspension suspend(Connection connection) {
            throw new UnsupportedOperationException("Foreign keys are always enforced.");
        }
    };

    /**
     * Whether the session enforces foreign keys.
     *
     * @throws SQLException when the database does not answer
     */
    boolean isOn(Connection connection) throws SQLException;

    /**
     * Suspends it.
     *
     * @param connection in auto-commit mode
     * @throws SQLException when the database does not answer
     */
    Suspension suspend(Connection connection) throws SQLException;

    /** The statements that suspend it in a script, before its transaction begins. The default is none. */
    default List<String> suspendingStatements() {
        return List.of();
    }

    /** The time without enforcement. */
    interface Suspension {

        /**
         * What has been broken in the meantime: foreign keys without the key that they refer to, and rows without the row; a sentence each. Call it in the transaction that is to be committed.
         *
         * @throws SQLException when the database does not answer
         */
        List<String> broken() throws SQLException;

        /**
         * Enforces foreign keys as before. The connection must be in auto-commit mode.
         *
         * @throws SQLException when the database does not answer
         */
        void end() throws SQLException;
    }
}
