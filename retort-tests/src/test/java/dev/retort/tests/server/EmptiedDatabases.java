package dev.retort.tests.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Databases of PostgreSQL that are emptied for the next test, each with its connection. To make a database, and above all to fill the
 * caches of a new session, takes longer than what many tests do. On the others each test gets a new one.
 */
public final class EmptiedDatabases {

    /** Refuses what a schema does not hold, and nobody would drop. */
    private static final String EMPTY = """
            DO $$
            DECLARE
                found text;
            BEGIN
                IF EXISTS (SELECT FROM pg_event_trigger) OR EXISTS (SELECT FROM pg_publication)
                        OR EXISTS (SELECT FROM pg_foreign_data_wrapper) OR EXISTS (SELECT FROM pg_default_acl)
                        OR EXISTS (SELECT FROM pg_largeobject_metadata)
                        OR EXISTS (SELECT FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase
                                WHERE d.datname = current_database()) THEN
                    RAISE EXCEPTION 'There is more than schemas.';
                END IF;
                FOR found IN SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' LOOP
                    EXECUTE format('DROP EXTENSION %I CASCADE', found);
                END LOOP;
                FOR found IN SELECT nspname FROM pg_namespace
                        WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
                    EXECUTE format('DROP SCHEMA %I CASCADE', found);
                END LOOP;
            END
            $$;
            CREATE SCHEMA public AUTHORIZATION pg_database_owner;
            GRANT USAGE ON SCHEMA public TO PUBLIC;
            """;

    private static final int SECONDS_TO_ANSWER = 10;

    private static final Queue<Emptied> EMPTIED = new ConcurrentLinkedQueue<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(EmptiedDatabases::dropAll));
    }

    private EmptiedDatabases() {}

    /**
     * An empty database, and a connection to it in auto-commit mode.
     *
     * @param database where nobody else is connected when it is closed
     * @param connection without a past
     */
    public record Emptied(TestDatabase database, Connection connection) implements AutoCloseable {

        /** Leaves the database to the next test, or drops it. */
        @Override
        public void close() throws SQLException {
            if (database.kind() == DatabaseUnderTest.POSTGRESQL && empty(connection)) {
                EMPTIED.add(this);
            } else {
                drop();
            }
        }

        private void drop() throws SQLException {
            connection.close();
            database.close();
        }
    }

    /** One that nobody else uses. */
    public static Emptied take(DatabaseUnderTest kind) throws SQLException {
        @Nullable Emptied emptied = kind == DatabaseUnderTest.POSTGRESQL ? EMPTIED.poll() : null;
        if (emptied != null) {
            return emptied;
        }
        TestDatabase database = kind.fresh();
        return new Emptied(database, database.open());
    }

    /** Empties a database of PostgreSQL and its session; answers whether it could. */
    public static boolean empty(Connection connection) throws SQLException {
        if (!connection.isValid(SECONDS_TO_ANSWER)) {
            return false;
        }
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            Statements.run(connection, "DISCARD ALL", "SET lock_timeout = '10s'", EMPTY, "DISCARD ALL");
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private static void dropAll() {
        try {
            for (Emptied emptied = EMPTIED.poll(); emptied != null; emptied = EMPTIED.poll()) {
                emptied.drop();
            }
        } catch (SQLException | IllegalStateException stopped) {
            EMPTIED.clear();
        }
    }
}
