package dev.retort.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A PostgreSQL server of this process. It does not wait for the disk, so that its own work is what counts. */
final class PostgresqlServer implements DatabaseServer {

    private final EmbeddedPostgres server;
    private int made;

    PostgresqlServer(Path directory) throws IOException {
        this.server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                .setDataDirectory(directory.resolve("data"))
                .setLocaleConfig("locale", "C.UTF-8")
                .setPGStartupWait(Duration.ofMinutes(1))
                .setRegisterShutdownHook(true)
                .start();
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String drivers() {
        return "drivers";
    }

    @Override
    public boolean runsHistories() {
        return true;
    }

    @Override
    public boolean hasCopy() {
        return true;
    }

    @Override
    public boolean comparesSchemas() {
        return true;
    }

    @Override
    public String create() throws SQLException {
        made++;
        String name = "d" + made;
        execute(url("postgres"), "CREATE DATABASE " + name);
        return url(name);
    }

    @Override
    public void analyze(String url) throws SQLException {
        execute(url, "VACUUM ANALYZE");
    }

    @Override
    public void drop(String url) throws SQLException {
        execute(
                url("postgres"),
                "DROP DATABASE " + url.substring(url.lastIndexOf('/') + 1, url.indexOf('?')) + " WITH (FORCE)");
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database + "?user=postgres";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
