package dev.retort.tests.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs statements on a connection that lives as long as they do. */
final class Statements {

    private Statements() {}

    static void run(String jdbcUrl, String user, String password, String... statements) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("The test's database refuses " + String.join("; ", statements), refused);
        }
    }
}
