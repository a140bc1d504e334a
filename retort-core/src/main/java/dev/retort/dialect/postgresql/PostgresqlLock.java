package dev.retort.dialect.postgresql;

import dev.retort.dialect.LockKey;
import dev.retort.dialect.MigrationLock;
import dev.retort.error.DatabaseAccessException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A session-level advisory lock on the connection that does the work. The server frees it when the session ends, and not before the
 * session's running statement has ended.
 *
 * <p>To be taken and given back between transactions: a transaction that is left open would make CREATE INDEX CONCURRENTLY of
 * another session wait.
 */
final class PostgresqlLock implements MigrationLock {

    private static final String UNKNOWN = "a session that this user may not see";

    private final Connection connection;
    private final long key;
    private boolean held;

    PostgresqlLock(Connection connection, String key) {
        this.connection = connection;
        this.key = new LockKey(key).number();
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        // The server counts how often a session takes a lock, and wants it given back as often.
        if (!held) {
            held = ask("SELECT pg_try_advisory_lock(?)");
        }
        return held;
    }

    /** The session keeps the lock for as long as it lives. */
    @Override
    public boolean isHeld() throws SQLException {
        return held && !connection.isClosed();
    }

    @Override
    public void close() throws SQLException {
        if (!held || connection.isClosed()) {
            return;
        }
        held = false;
        if (!ask("SELECT pg_advisory_unlock(?)")) {
            throw new DatabaseAccessException(
                    "The migration lock was no longer held when the work was done.",
                    "A connection pooler that shares sessions between transactions loses such locks: connect to the server"
                            + " itself. Check that no other run was at work.",
                    null);
        }
    }

    @Override
    public String holder() throws SQLException {
        String sql = """
                SELECT l.pid, a.application_name, coalesce(host(a.client_addr), 'a local socket') AS client,
                       to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS since
                FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
                WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
                  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                  AND l.classid::bigint = ? AND l.objid::bigint = ?""";
        return outsideTransaction(() -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, key >>> 32);
                statement.setLong(2, key & 0xFFFF_FFFFL);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? described(row) : UNKNOWN;
                }
            }
        });
    }

    private static String described(ResultSet row) throws SQLException {
        String application = row.getString("application_name");
        String since = row.getString("since");
        return "process " + row.getInt("pid")
                + (application == null || application.isEmpty() ? "" : " (" + application + ")")
                + (since == null ? "" : " from " + row.getString("client") + ", connected since " + since + " UTC");
    }

    private boolean ask(String sql) throws SQLException {
        return outsideTransaction(() -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, key);
                try (ResultSet answer = statement.executeQuery()) {
                    return answer.next() && answer.getBoolean(1);
                }
            }
        });
    }

    private <T> T outsideTransaction(Query<T> query) throws SQLException {
        if (connection.getAutoCommit()) {
            return query.run();
        }
        connection.setAutoCommit(true);
        try {
            return query.run();
        } finally {
            connection.setAutoCommit(false);
        }
    }

    /** Something to ask the server. */
    @FunctionalInterface
    private interface Query<T> {
        T run() throws SQLException;
    }
}
