package dev.retort.tests.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A database of a test's own.
 *
 * @param kind the product
 * @param jdbcUrl the address, without user and password
 * @param user the user; null where there are none
 * @param password the password; null where there are none
 * @param removal takes the database away
 */
public record TestDatabase(
        DatabaseUnderTest kind,
        String jdbcUrl,
        @Nullable String user,
        @Nullable String password,
        Runnable removal) implements AutoCloseable {

    /** A new connection in auto-commit mode; whoever asked closes it. */
    public Connection open() throws SQLException {
        return user == null
                ? DriverManager.getConnection(jdbcUrl)
                : DriverManager.getConnection(jdbcUrl, user, password);
    }

    /** Runs statements on a connection of their own. */
    public void execute(String... statements) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Runs a script of many statements, as the product's own client does. */
    public void runScript(String script) throws SQLException {
        ScriptClient.run(this, script);
    }

    /** Takes the database away, with whatever is still connected to it. */
    @Override
    public void close() {
        removal.run();
    }

    @Override
    public String toString() {
        return kind + " at " + jdbcUrl;
    }
}
