package dev.retort.tests.conformance;

import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.Proxies;
import dev.retort.tests.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * An empty database for one pair after another. On PostgreSQL it is always the same one, emptied, with the same connections: to make a
 * database, and above all to fill the caches of a new session, takes longer than what the pairs do.
 */
final class EmptyDatabases implements AutoCloseable {

    private static final String EMPTY = """
            DO $$
            DECLARE
                found text;
            BEGIN
                FOR found IN SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' LOOP
                    EXECUTE format('DROP EXTENSION %I CASCADE', found);
                END LOOP;
                FOR found IN SELECT nspname FROM pg_namespace
                        WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
                    EXECUTE format('DROP SCHEMA %I CASCADE', found);
                END LOOP;
            END
            $$;
            CREATE SCHEMA public;
            """;

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
            try (Statement statement = kept.connection().createStatement();
                    Statement ofRetort = kept.forRetort().createStatement()) {
                statement.execute(EMPTY);
                ofRetort.execute("DISCARD ALL");
            }
            return kept;
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
