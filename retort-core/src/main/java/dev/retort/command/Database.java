package dev.retort.command;

import dev.retort.dialect.ConnectionSource;
import dev.retort.dialect.Dialect;
import dev.retort.history.MetadataTables;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * An open database.
 *
 * @param name its address, without passwords
 * @param connection the connection, in auto-commit mode
 * @param dialect its dialect
 * @param tables its metadata tables
 * @param connections opens further connections to it
 * @param autoCommit whether the connection was in auto-commit mode when it was opened, which it is again when it is closed
 */
record Database(
        String name,
        Connection connection,
        Dialect dialect,
        MetadataTables tables,
        ConnectionSource connections,
        boolean autoCommit)
        implements AutoCloseable {

    @Override
    public void close() {
        try (connection) {
            if (!autoCommit && !connection.isClosed()) {
                connection.setAutoCommit(false);
            }
        } catch (SQLException e) {
            System.getLogger(Database.class.getName())
                    .log(System.Logger.Level.DEBUG, "The connection cannot be closed.", e);
        }
    }
}
