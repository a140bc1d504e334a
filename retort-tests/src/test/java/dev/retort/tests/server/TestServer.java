package dev.retort.tests.server;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server that starts when the first test asks for it, unless an environment variable names one that runs already. */
final class TestServer {

    private final String variable;
    private final Supplier<ServerAddress> start;
    private final Function<ServerAddress, String> createOptions;
    private final String dropOptions;
    private final AtomicInteger databases = new AtomicInteger();
    private @Nullable Running running;

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
        server.run("CREATE DATABASE " + name + now.createOptions());
        return new TestDatabase(
                kind,
                server.urlOf(name),
                server.user(),
                server.password(),
                () -> server.run("DROP DATABASE " + name + dropOptions));
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
