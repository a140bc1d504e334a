package dev.retort.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database of its own for one competitor, empty at first, removed in the end.
 *
 * @param server where it is
 * @param url its JDBC address, which says the user too
 */
record Database(DatabaseServer server, String url) implements AutoCloseable {

    static Database on(DatabaseServer server) throws SQLException {
        return new Database(server, server.create());
    }

    /**
     * Makes sure that a history was really applied.
     *
     * @throws SQLException when its last revision was not
     */
    void requireApplied(SampleHistory history) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(history.last().proof());
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        server.drop(url);
    }
}
