package dev.retort.tests.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs the program {@code pgbouncer}: https://www.pgbouncer.org/config.html */
final class PgBouncer {

    private PgBouncer() {}

    static TestDatabase start(TestDatabase database, PoolMode mode, int sessions) {
        Path folder = TemporaryFolder.create("retort-pgbouncer");
        try {
            int port = freePort();
            Path configuration =
                    Files.writeString(folder.resolve("pgbouncer.ini"), configuration(database, mode, sessions, port));
            Process process = start(configuration);
            TestDatabase pooled = Pooler.through(database, port, () -> stop(process));
            awaitSessions(database, pooled, sessions);
            return pooled;
        } catch (IOException failed) {
            throw new UncheckedIOException("The pooler does not start.", failed);
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    private static String configuration(TestDatabase database, PoolMode mode, int sessions, int port) {
        URI server = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        String given = database.password();
        String password = given == null || given.isEmpty() ? "" : " password='" + given + "'";
        return """
                [databases]
                * = host=%s port=%d user=%s%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = %s
                default_pool_size = %d
                min_pool_size = %d
                server_round_robin = 1
                ignore_startup_parameters = extra_float_digits
                log_connections = 0
                log_disconnections = 0
                """.formatted(
                        server.getHost(),
                        server.getPort(),
                        database.user(),
                        password,
                        port,
                        mode.name().toLowerCase(Locale.ROOT),
                        sessions,
                        sessions);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** As another user where this one is root, whom the program refuses. */
    private static Process start(Path configuration) throws IOException {
        List<String> command = new ArrayList<>(List.of("pgbouncer"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(configuration.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains("process up")) {
                return process;
            }
        }
        throw new IOException(said.toString());
    }

    /** It opens the sessions when a client has come. */
    private static void awaitSessions(TestDatabase database, TestDatabase pooled, int sessions) {
        try (Connection client = pooled.open();
                Connection direct = database.open();
                Statement statement = direct.createStatement()) {
            client.clearWarnings();
            int open = 0;
            while (open < sessions) {
                try (ResultSet count = statement.executeQuery("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND pid <> pg_backend_pid()""")) {
                    count.next();
                    open = count.getInt(1);
                }
            }
        } catch (SQLException refused) {
            pooled.close();
            throw new IllegalStateException("The pooler opens no session of the server.", refused);
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
