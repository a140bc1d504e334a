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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
            awaitSessions(pooled, sessions);
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

    /**
     * It opens the sessions when a client has come, and does not use one before its login is over, so each must have answered: to a client
     * of its own where clients keep them, and else in turn.
     */
    private static void awaitSessions(TestDatabase pooled, int sessions) {
        List<Connection> clients = new ArrayList<>();
        try {
            for (int i = 0; i < sessions; i++) {
                clients.add(pooled.open());
            }
            Set<Integer> answering = new HashSet<>();
            while (answering.size() < sessions) {
                for (Connection client : clients) {
                    answering.add(session(client));
                }
            }
            for (Connection client : clients) {
                client.close();
            }
        } catch (SQLException refused) {
            pooled.close();
            throw new IllegalStateException("The pooler opens no session of the server.", refused);
        }
    }

    private static int session(Connection client) throws SQLException {
        try (Statement statement = client.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
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
