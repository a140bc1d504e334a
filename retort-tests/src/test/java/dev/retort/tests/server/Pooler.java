package dev.retort.tests.server;

/** What lets the clients of a PostgreSQL server share its sessions. */
public enum Pooler {
    /** A proxy of the tests. It rolls back what a client leaves open; otherwise it gives a session on as it is. */
    SHARING_PROXY {
        @Override
        public TestDatabase inFrontOf(TestDatabase database, PoolMode mode, int sessions) {
            return SharingProxy.start(database, mode, sessions).database();
        }
    },
    /** The program {@code pgbouncer}. It closes a session in which a client leaves a transaction open. */
    PGBOUNCER {
        @Override
        public TestDatabase inFrontOf(TestDatabase database, PoolMode mode, int sessions) {
            return PgBouncer.start(database, mode, sessions);
        }
    };

    /**
     * Starts a pooler.
     *
     * @param sessions how many sessions of the server there are; all are open from the start, and are given out in turn
     * @return the database as clients of the pooler see it; closing it stops the pooler and leaves the database
     */
    public abstract TestDatabase inFrontOf(TestDatabase database, PoolMode mode, int sessions);

    /** The database at a pooler's port, for a driver that names no prepared statement. */
    static TestDatabase through(TestDatabase database, int port, Runnable stop) {
        String url = database.jdbcUrl();
        String name = url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
        return new TestDatabase(
                database.kind(),
                "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?prepareThreshold=0",
                database.user(),
                database.password(),
                stop);
    }
}
