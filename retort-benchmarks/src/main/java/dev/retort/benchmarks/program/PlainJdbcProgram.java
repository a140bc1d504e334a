package dev.retort.benchmarks.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program without a tool that keeps the same promise: the statement of each file runs in a transaction of its own, together with an
 * update of the one-row version table and an insert into a history table.
 */
public final class PlainJdbcProgram {

    private PlainJdbcProgram() {}

    /**
     * Runs the files that are not applied yet, by name.
     *
     * @param arguments the JDBC address and the directory of the files
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            String applied = applied(connection);
            List<Path> files;
            try (Stream<Path> entries = Files.list(Path.of(arguments[1]))) {
                files = entries.filter(file -> file.getFileName().toString().compareTo(applied) > 0)
                        .sorted()
                        .toList();
            }
            if (!files.isEmpty()) {
                run(connection, files);
            }
        }
    }

    private static String applied(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS version (name varchar(255) NOT NULL)");
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS history (name varchar(255) NOT NULL, started_at timestamp NOT NULL,"
                            + " duration_ms bigint NOT NULL)");
            try (ResultSet rows = statement.executeQuery("SELECT name FROM version")) {
                if (rows.next()) {
                    return rows.getString(1);
                }
            }
            statement.execute("INSERT INTO version (name) VALUES ('')");
            return "";
        }
    }

    private static void run(Connection connection, List<Path> files) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                PreparedStatement version = connection.prepareStatement("UPDATE version SET name = ?");
                PreparedStatement history = connection.prepareStatement(
                        "INSERT INTO history (name, started_at, duration_ms) VALUES (?, ?, ?)")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                Instant startedAt = Instant.now();
                long start = System.nanoTime();
                statement.execute(Files.readString(file));
                version.setString(1, name);
                version.executeUpdate();
                history.setString(1, name);
                history.setTimestamp(2, Timestamp.from(startedAt));
                history.setLong(3, (System.nanoTime() - start) / 1_000_000);
                history.executeUpdate();
                connection.commit();
            }
        }
    }
}
