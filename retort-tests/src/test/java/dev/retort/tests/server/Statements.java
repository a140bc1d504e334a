package dev.retort.tests.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs statements. */
final class Statements {

    private Statements() {}

    /** On a connection that lives as long as they do. */
    static void run(String jdbcUrl, String user, String password, String... statements) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password)) {
            run(connection, statements);
        } catch (SQLException refused) {
            throw new IllegalStateException("The test's database refuses " + String.join("; ", statements), refused);
        }
    }

    static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
