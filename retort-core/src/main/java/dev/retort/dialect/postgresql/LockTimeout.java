package dev.retort.dialect.postgresql;

import dev.retort.error.LockNotAvailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Limits how long reading waits for tables that other sessions have locked. The limit is that of a transaction, because behind a pooler a
 * session belongs to others too; a limit that the user has set stays.
 */
final class LockTimeout {

    /** lock_not_available. */
    private static final String TIMED_OUT = "55P03";

    private static final String SET =
            "SELECT set_config('lock_timeout', ?, true) WHERE current_setting('lock_timeout') = '0'";

    private static final String LOCKED = """
            SELECT c.oid::regclass::text AS name, pid, application_name,
                   coalesce(host(client_addr), 'a local socket') AS client,
                   to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS since
            FROM pg_locks l JOIN pg_stat_activity USING (pid) JOIN pg_class c ON c.oid = l.relation
            WHERE l.granted AND l.mode = 'AccessExclusiveLock' AND pid <> pg_backend_pid() AND c.relkind IN ('r', 'p', 'f', 'm', 'v')
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            ORDER BY 1""";

    private final Connection connection;
    private final Duration timeout;

    LockTimeout(Connection connection, Duration timeout) {
        this.connection = connection;
        this.timeout = timeout;
    }

    /**
     * What reads the catalog.
     *
     * @param <T> its result
     */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws SQLException;
    }

    <T> T during(Reading<T> reading) throws SQLException {
        long start = System.nanoTime();
        connection.setAutoCommit(false);
        try {
            set();
            T result = reading.read();
            connection.rollback();
            return result;
        } catch (SQLException failed) {
            connection.rollback();
            if (TIMED_OUT.equals(failed.getSQLState())) {
                throw waited(Duration.ofNanos(System.nanoTime() - start), failed);
            }
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Zero would be no limit. */
    private void set() throws SQLException {
        long milliseconds = Math.max(1, Math.min(timeout.toMillis(), Integer.MAX_VALUE));
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            statement.setString(1, Long.toString(milliseconds));
            statement.execute();
        }
    }

    private LockNotAvailableException waited(Duration time, SQLException failed) throws SQLException {
        Set<String> tables = new LinkedHashSet<>();
        Set<String> holders = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOCKED)) {
            while (row.next()) {
                tables.add(row.getString("name"));
                holders.add(PostgresqlSessions.described(row));
            }
        }
        return LockNotAvailableException.ofTables(
                tables.isEmpty() ? "a table" : String.join(", ", tables),
                holders.isEmpty() ? "it has ended by now" : String.join(", ", holders),
                time.toSeconds(),
                failed);
    }
}
