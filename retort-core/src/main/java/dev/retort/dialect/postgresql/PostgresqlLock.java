package dev.retort.dialect.postgresql;

import dev.retort.dialect.LockKey;
import dev.retort.dialect.MigrationLock;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.SharedSessionException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session-level advisory lock on the connection that does the work. The server frees it when the session ends, and not before the
 * session's running statement has ended.
 *
 * <p>To be taken and given back between transactions: a transaction that is left open would make CREATE INDEX CONCURRENTLY of
 * another session wait.
 *
 * <p>A pooler that shares sessions gives each transaction to any of them, so that such a lock is nobody's. A mark in the session tells
 * before the lock is taken: where it is gone, or the session is another one, or has the lock already, none is taken, and each transaction
 * takes one of its own. A session that is certainly nobody else's takes both locks at once. Afterwards the lock itself tells, since a
 * revision may reset what is set in its session.
 */
final class PostgresqlLock implements MigrationLock {

    private static final String UNKNOWN = "a session that this user may not see";
    private static final String MARK = "retort.session";
    private static final String MARKED = "coalesce(current_setting('" + MARK + "', true), '') = '%s'";
    private static final String CONNECTION_REFUSED_BY_POOLER = "08P01";

    /** Behind a pooler each attempt may use another session, and other clients keep the right one busy for a while. */
    private static final Duration LONGEST_RELEASE = Duration.ofSeconds(10);

    private static final long LONGEST_PAUSE_MILLIS = 100;

    /** What another session returns instead of the number of locks it released. */
    private static final int NONE_ASKED_FOR = -1;

    /** The server's answer to an attempt. */
    private enum Answer {
        TAKEN,
        BUSY,
        OTHER_SESSION,
        NO_MARK,
        HELD_BEFORE
    }

    private final Connection connection;
    private final long key;
    private final String sessionKey;
    private final String transactionKey;
    private final String mark = UUID.randomUUID().toString();
    private int session;
    private boolean marked;
    private boolean direct;
    private boolean held;
    private @Nullable String sharing;

    PostgresqlLock(Connection connection, String key) {
        this.connection = connection;
        this.key = new LockKey(key).number();
        this.sessionKey = "(" + this.key + ")";
        this.transactionKey = "(" + (int) (this.key >>> 32) + ", " + (int) this.key + ")";
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        if (held || sharing != null) {
            return true;
        }
        if (!marked) {
            // The mark of a client that has the lock is not changed.
            session = number("SELECT CASE WHEN EXISTS (" + ownLocks("1")
                    + ") THEN 0 ELSE (SELECT pg_backend_pid() FROM set_config('" + MARK + "', '" + mark
                    + "', false)) END");
            marked = session != 0;
            direct = marked && session == PostgresqlDriver.serverProcess(connection);
        }
        Answer answer = marked
                ? ask(
                        MARKED.formatted(mark),
                        direct ? tryBoth() : tryLock(sessionKey),
                        "EXISTS (" + ownLocks("1") + ")")
                : Answer.HELD_BEFORE;
        held = answer == Answer.TAKEN;
        sharing = sign(answer);
        return held || sharing != null;
    }

    private static String tryLock(String key) {
        return "pg_try_advisory_lock" + key;
    }

    /** Both locks or none. The transaction lock keeps out runs that have no other because they came through a pooler. */
    private String tryBoth() {
        return "CASE WHEN " + tryLock(sessionKey) + " THEN CASE WHEN " + tryLock(transactionKey)
                + " THEN true ELSE NOT pg_advisory_unlock" + sessionKey + " END ELSE false END";
    }

    @Override
    public Optional<String> sharing() throws SQLException {
        if (held && sharing == null) {
            sharing = sign(ask("true", "EXISTS (" + ownLocks("1") + ")", "false"));
        }
        return Optional.ofNullable(sharing);
    }

    private @Nullable String sign(Answer answer) {
        return switch (answer) {
            case TAKEN -> null;
            case BUSY -> held ? "the lock that was taken is gone." : null;
            case OTHER_SESSION -> "two transactions of it ran in two server processes.";
            case NO_MARK -> "a setting made in one transaction is gone in the next.";
            case HELD_BEFORE -> "its server process holds the migration lock of another client already.";
        };
    }

    @Override
    public Optional<String> transactionQuery() {
        return Optional.of("SELECT pg_try_advisory_xact_lock" + transactionKey);
    }

    /**
     * A connection is told the pid of its server process when it begins, and cancels its statements by it. A pooler tells another number,
     * by which it knows its client: https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-CANCELING-REQUESTS
     */
    @Override
    public boolean isExclusive() {
        return held && sharing == null && direct;
    }

    /** The session keeps the lock as long as it exists. */
    @Override
    public boolean isHeld() throws SQLException {
        return (held || sharing != null) && !connection.isClosed();
    }

    /** A session that might be shared is not asked: there each transaction has a lock of its own. */
    @Override
    public boolean isGivenUp() throws SQLException {
        return isExclusive() && number("SELECT count(*) FROM (" + ownLocks("1, 2") + ") locks") < 2;
    }

    @Override
    public void close() throws SQLException {
        if (!marked || connection.isClosed()) {
            return;
        }
        boolean released = !held || release();
        held = false;
        marked = false;
        if (!released && sharing == null) {
            throw new DatabaseAccessException(
                    "The migration lock was no longer held when the work was done.",
                    "Check that no other run was at work.",
                    null);
        }
        outsideTransaction(() -> number("SELECT 1 FROM set_config('" + MARK + "', '', false)"));
    }

    /** Whether everything was released. A lock that stays with a session of a pooler is released when that session ends. */
    private boolean release() throws SQLException {
        String sql = "SELECT CASE WHEN pg_backend_pid() <> " + session + " THEN " + NONE_ASKED_FOR + " ELSE "
                + unlocked(sessionKey) + (direct ? " + " + unlocked(transactionKey) : "") + " END";
        long start = System.nanoTime();
        for (long pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            int released = outsideTransaction(() -> number(sql));
            if (released != NONE_ASKED_FOR) {
                return released == (direct ? 2 : 1);
            }
            sharing = sign(Answer.OTHER_SESSION);
            if (System.nanoTime() - start > LONGEST_RELEASE.toNanos() || !isPausedFor(pause)) {
                return false;
            }
        }
    }

    /** Returns false, at once, when the thread is interrupted. */
    private static boolean isPausedFor(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String unlocked(String key) {
        return "pg_advisory_unlock" + key + "::int";
    }

    @Override
    public String holder() throws SQLException {
        String sql = """
                SELECT l.pid, a.application_name, coalesce(host(a.client_addr), 'a local socket') AS client,
                       to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS since
                FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
                WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid IN (1, 2) AND l.pid <> pg_backend_pid()
                  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                  AND l.classid::bigint = ? AND l.objid::bigint = ?""";
        return outsideTransaction(() -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, key >>> 32);
                statement.setLong(2, key & 0xFFFF_FFFFL);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? PostgresqlSessions.described(row) : UNKNOWN;
                }
            }
        });
    }

    /**
     * Asks in a transaction of its own, which is what a pooler gives a session to.
     *
     * @param ownSession what is true in a session that remembers what was set in it
     * @param wanted what is asked for, if the session is this connection's own
     * @param before what tells that another client of the session has it
     */
    private Answer ask(String ownSession, String wanted, String before) throws SQLException {
        String sql = """
                SELECT CASE WHEN pg_backend_pid() <> %d THEN '%s'
                            WHEN NOT (%s) THEN '%s'
                            WHEN %s THEN '%s'
                            WHEN %s THEN '%s' ELSE '%s' END""".formatted(
                        session,
                        Answer.OTHER_SESSION,
                        ownSession,
                        Answer.NO_MARK,
                        before,
                        Answer.HELD_BEFORE,
                        wanted,
                        Answer.TAKEN,
                        Answer.BUSY);
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            Answer answer = Answer.valueOf(text(sql));
            connection.commit();
            connection.setAutoCommit(autoCommit);
            return answer;
        } catch (SQLException e) {
            endAfter(e, autoCommit);
            if (CONNECTION_REFUSED_BY_POOLER.equals(e.getSQLState())) {
                throw new SharedSessionException(e);
            }
            throw e;
        }
    }

    /** Restores the connection after a transaction that failed. */
    private void endAfter(SQLException failure, boolean autoCommit) {
        try {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        } catch (SQLException lost) {
            failure.addSuppressed(lost);
        }
    }

    /**
     * The locks with this key that the session has.
     *
     * @param kinds 1 for the session lock, 2 for the transaction lock
     */
    private String ownLocks(String kinds) {
        return "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND granted AND objsubid IN ("
                + kinds
                + ") AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND classid::bigint = "
                + (key >>> 32) + " AND objid::bigint = " + (key & 0xFFFF_FFFFL);
    }

    private int number(String sql) throws SQLException {
        return Integer.parseInt(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
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

    /** A query of the server. */
    @FunctionalInterface
    private interface Query<T> {
        T run() throws SQLException;
    }
}
