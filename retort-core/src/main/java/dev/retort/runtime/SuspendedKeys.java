package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.ForeignKeyEnforcement.Suspension;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Suspends the enforcement of foreign keys while steps run that rebuild tables. */
final class SuspendedKeys implements AutoCloseable {

    private final Connection connection;
    private final @Nullable Suspension suspension;

    private SuspendedKeys(Connection connection, @Nullable Suspension suspension) {
        this.connection = connection;
        this.suspension = suspension;
    }

    /**
     * Suspends it if one of the steps needs that.
     *
     * @param connection not in auto-commit mode and not in a transaction
     */
    static SuspendedKeys during(Collection<CompiledStep> steps, Connection connection, Dialect dialect)
            throws SQLException {
        if (steps.stream().noneMatch(CompiledStep::suspendsForeignKeys)) {
            return new SuspendedKeys(connection, null);
        }
        connection.setAutoCommit(true);
        try {
            return new SuspendedKeys(connection, dialect.foreignKeys().suspend(connection));
        } finally {
            connection.setAutoCommit(false);
        }
    }

    /**
     * Requires that nothing is broken that a foreign key refers to.
     *
     * @throws SQLException naming what is
     */
    void requireNothingBroken() throws SQLException {
        List<String> broken = suspension == null ? List.of() : suspension.broken();
        if (!broken.isEmpty()) {
            throw new SQLException(String.join(" ", broken));
        }
    }

    /** Enforces foreign keys as before. What is not committed is rolled back. */
    @Override
    public void close() {
        if (suspension == null) {
            return;
        }
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            suspension.end();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            System.getLogger(SuspendedKeys.class.getName())
                    .log(System.Logger.Level.DEBUG, "The connection is gone, and its settings with it.", e);
        }
    }
}
