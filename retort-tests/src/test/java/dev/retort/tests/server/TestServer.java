package dev.retort.tests.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server that starts when the first test asks for it, unless an environment variable names one that runs already. */
final class TestServer {

    private static final int SECONDS_TO_ANSWER = 10;

    private final String variable;
    private final Supplier<ServerAddress> start;
    private final Function<ServerAddress, String> createOptions;
    private final String dropOptions;
    private final AtomicInteger databases = new AtomicInteger();
    private @Nullable Running running;

    private @Nullable Connection administration;

    private record Running(ServerAddress address, String createOptions) {}

    /**
     * A server that has not started.
     *
     * @param variable the environment variable that may hold the address of a server that runs already
     * @param start starts one
     * @param createOptions what follows the name in CREATE DATABASE, which may depend on the version
     * @param dropOptions what follows the name in DROP DATABASE to drop a database in use
     */
    TestServer(
            String variable,
            Supplier<ServerAddress> start,
            Function<ServerAddress, String> createOptions,
            String dropOptions) {
        this.variable = variable;
        this.start = start;
        this.createOptions = createOptions;
        this.dropOptions = dropOptions;
    }

    /** Whether the environment variable names a server. */
    boolean isGiven() {
        return System.getenv(variable) != null;
    }

    /** A new empty database on this server; closing it drops it. */
    TestDatabase fresh(DatabaseUnderTest kind) {
        Running now = running();
        ServerAddress server = now.address();
        String name = "retort_" + ProcessHandle.current().pid() + "_" + databases.incrementAndGet();
        administer(server, "CREATE DATABASE " + name + now.createOptions());
        return new TestDatabase(
                        kind,
                        server.urlOf(name),
                        server.user(),
                        server.password(),
                        () -> administer(server, "DROP DATABASE " + name + dropOptions))
                .onServer();
    }

    /** On one connection for all databases: PostgreSQL starts a process for each, which takes longer than to copy a database. */
    @SuppressWarnings("resource") // The connection lives as long as the JVM.
    private synchronized void administer(ServerAddress server, String sql) {
        try {
            if (administration == null || !administration.isValid(SECONDS_TO_ANSWER)) {
                administration = server.open();
            }
            try (Statement statement = administration.createStatement()) {
                statement.execute(sql);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("The server refuses " + sql, refused);
        }
    }

    private synchronized Running running() {
        if (running == null) {
            String given = System.getenv(variable);
            ServerAddress address = given == null ? start.get() : ServerAddress.parse(given);
            running = new Running(address, createOptions.apply(address));
        }
        return running;
    }
}
