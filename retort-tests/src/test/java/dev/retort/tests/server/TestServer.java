package dev.retort.tests.server;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server that starts when the first test asks for it, unless an environment variable names one that runs already. */
final class TestServer {

    private final String variable;
    private final Supplier<ServerAddress> start;
    private final String dropOptions;
    private final AtomicInteger databases = new AtomicInteger();
    private @Nullable ServerAddress address;

    /**
     * A server that has not started.
     *
     * @param variable the environment variable that may hold the address of a server that runs already
     * @param start starts one
     * @param dropOptions what follows the name in DROP DATABASE to drop a database in use
     */
    TestServer(String variable, Supplier<ServerAddress> start, String dropOptions) {
        this.variable = variable;
        this.start = start;
        this.dropOptions = dropOptions;
    }

    /** Whether the environment variable names a server. */
    boolean isGiven() {
        return System.getenv(variable) != null;
    }

    /** A new empty database on this server; closing it drops it. */
    TestDatabase fresh(DatabaseUnderTest kind) {
        ServerAddress server = address();
        String name = "retort_" + ProcessHandle.current().pid() + "_" + databases.incrementAndGet();
        server.run("CREATE DATABASE " + name);
        return new TestDatabase(
                kind,
                server.urlOf(name),
                server.user(),
                server.password(),
                () -> server.run("DROP DATABASE " + name + dropOptions));
    }

    private synchronized ServerAddress address() {
        if (address == null) {
            String given = System.getenv(variable);
            address = given == null ? start.get() : ServerAddress.parse(given);
        }
        return address;
    }
}
