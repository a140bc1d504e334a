package dev.retort.tests.conformance;

import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.EmptiedDatabases;
import dev.retort.tests.server.Proxies;
import dev.retort.tests.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** An empty database for one pair after another. On PostgreSQL it is always the same one, emptied, with the same connections. */
final class EmptyDatabases implements AutoCloseable {

    private final DatabaseUnderTest kind;
    private @Nullable EmptyDatabase kept;

    EmptyDatabases(DatabaseUnderTest kind) {
        this.kind = kind;
    }

    /**
     * An empty database.
     *
     * @param connection a connection to it
     * @param forRetort another one
     */
    record EmptyDatabase(TestDatabase database, Connection connection, Connection forRetort) {

        private static EmptyDatabase of(DatabaseUnderTest kind) throws SQLException {
            TestDatabase database = kind.fresh();
            return new EmptyDatabase(database, database.open(), database.open());
        }

        /** Where Retort connects. */
        DataSource dataSource() {
            return Proxies.dataSource(() -> Proxies.unclosed(forRetort));
        }

        private void close() throws SQLException {
            connection.close();
            forRetort.close();
            database.close();
        }
    }

    /** The next one, which is there until the one after it is asked for. */
    EmptyDatabase next() throws SQLException {
        if (kept != null && kind == DatabaseUnderTest.POSTGRESQL) {
            try (Statement ofRetort = kept.forRetort().createStatement()) {
                ofRetort.execute("DISCARD ALL");
            }
            if (EmptiedDatabases.empty(kept.connection())) {
                return kept;
            }
        }
        close();
        kept = EmptyDatabase.of(kind);
        return kept;
    }

    @Override
    public void close() throws SQLException {
        if (kept != null) {
            kept.close();
            kept = null;
        }
    }
}
