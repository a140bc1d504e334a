package dev.retort.dialect.hsqldb;

import dev.retort.dialect.ConnectionSource;
import dev.retort.dialect.LockHolder;
import dev.retort.dialect.LockRow;
import dev.retort.dialect.MigrationLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table that names the session that does the work. The lock is free when the row names none, or one that has ended; a session
 * ends with its process, and not before its running statement. HSQLDB has no lock that a session could hold meanwhile: a statement that
 * changes the schema waits until no other session is in a transaction, however long that takes:
 * https://hsqldb.org/doc/2.0/guide/sessions-chapt.html#snc_tx_schema_change
 *
 * <p>The row is written on a connection of its own, in auto-commit mode, so that the work's transactions have nothing to do with it. Who is
 * no administrator sees no other sessions, and takes a lock for held as long as its row names one.
 */
final class HsqldbLock implements MigrationLock {

    private static final int DUPLICATE_KEY = -104;
    private static final String SERIALIZATION_FAILURE = "40001";

    private static final String IS_FREE = """
            (session IS NULL OR session = ? OR (%s AND NOT EXISTS (
                SELECT 1 FROM INFORMATION_SCHEMA.SYSTEM_SESSIONS s
                WHERE s.SESSION_ID = l.session AND s.CONNECTED = l.session_start)))""";

    private final Connection working;
    private final ConnectionSource connections;
    private final Session session;
    private final LockRow row;
    private @Nullable Connection own;
    private @Nullable WrittenAtOnce written;
    private boolean prepared;
    private boolean held;

    private HsqldbLock(Connection working, ConnectionSource connections, String key, Session session) {
        this.working = working;
        this.connections = connections;
        this.session = session;
        this.row = new LockRow(key, session.id());
    }

    /**
     * The session that does the work.
     *
     * @param id its number, which another one has after the database was closed and opened
     * @param start when it began, as the database writes it
     * @param administrator whether it sees the others
     * @param database the database's name, which no other has
     */
    private record Session(long id, String start, boolean administrator, String database) {

        static Session of(Connection connection) throws SQLException {
            String sql = "SELECT SESSION_ID, CAST(CONNECTED AS VARCHAR(100)), IS_ADMIN, DATABASE_NAME()"
                    + " FROM INFORMATION_SCHEMA.SYSTEM_SESSIONS WHERE SESSION_ID = SESSION_ID()";
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return new Session(row.getLong(1), row.getString(2), row.getBoolean(3), row.getString(4));
            }
        }
    }

    static MigrationLock of(Connection working, ConnectionSource connections, String key) throws SQLException {
        return new HsqldbLock(working, connections, key, Session.of(working));
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        if (held) {
            return true;
        }
        Connection connection = connected();
        prepare(connection);
        held = takeRow(connection);
        if (held) {
            written = WrittenAtOnce.of(connection);
        }
        return held;
    }

    private Connection connected() throws SQLException {
        Connection connection = own;
        if (connection == null) {
            connection = LockRow.opened(
                    connections, session.database(), other -> Session.of(other).database());
            connection.setAutoCommit(true);
            own = connection;
        }
        return connection;
    }

    /** Creates table and row if they do not exist. */
    private void prepare(Connection connection) throws SQLException {
        if (prepared) {
            return;
        }
        if (!hasTable(connection)) {
            createTable(connection);
        }
        try {
            row.create(connection);
        } catch (SQLException e) {
            // Another run has just done it.
            if (e.getErrorCode() != DUPLICATE_KEY && !isOvertaken(e)) {
                throw denied(connection, e);
            }
        }
        prepared = true;
    }

    private static boolean hasTable(Connection connection) throws SQLException {
        try {
            execute(connection, "SELECT 1 FROM " + TABLE + " WHERE 1 = 0");
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == HsqldbFailures.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private static void createTable(Connection connection) throws SQLException {
        try {
            execute(
                    connection,
                    "CREATE TABLE IF NOT EXISTS " + TABLE
                            + " (name varchar(1000) NOT NULL PRIMARY KEY, holder varchar(1000),"
                            + " session bigint, session_start timestamp(6) with time zone)");
        } catch (SQLException e) {
            throw denied(connection, e);
        }
    }

    /** The table itself cannot be found by those who may not read it. */
    private static SQLException denied(Connection connection, SQLException e) throws SQLException {
        if (e.getErrorCode() != HsqldbFailures.NOT_FOUND && !HsqldbFailures.INSTANCE.isDenied(e)) {
            return e;
        }
        throw LockRow.denied(connection, "SELECT, INSERT, UPDATE ON " + TABLE, e);
    }

    /** One statement finds the lock free and takes it, so that two runs cannot both find it free. */
    private boolean takeRow(Connection connection) throws SQLException {
        String sql = "UPDATE " + TABLE + " l SET holder = ?, session = ?,"
                + " session_start = CAST(? AS timestamp(6) with time zone) WHERE name = ? AND "
                + IS_FREE.formatted(session.administrator() ? "TRUE" : "FALSE");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, LockHolder.thisProcess());
            statement.setLong(2, session.id());
            statement.setString(3, session.start());
            statement.setString(4, row.key());
            statement.setLong(5, session.id());
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            if (isOvertaken(e)) {
                return false;
            }
            throw denied(connection, e);
        }
    }

    /** In the transaction model MVCC another session may have written the row meanwhile. */
    private static boolean isOvertaken(SQLException e) {
        return SERIALIZATION_FAILURE.equals(e.getSQLState());
    }

    /** The row names the working session, which lasts as long as its connection. */
    @Override
    public boolean isHeld() throws SQLException {
        return held && !working.isClosed();
    }

    @Override
    public boolean isExclusive() {
        return true;
    }

    @Override
    public String holder() throws SQLException {
        return prepared ? row.holder(connected()) + (session.administrator() ? "" : howToFree()) : LockRow.UNNAMED;
    }

    private static String howToFree() {
        return " (only an administrator sees whether its session still exists; if it does not, run UPDATE " + TABLE
                + " SET session = NULL)";
    }

    @Override
    public void close() throws SQLException {
        Connection connection = own;
        own = null;
        if (connection != null && !connection.isClosed()) {
            try (connection) {
                if (held) {
                    release(connection);
                }
            }
        }
        held = false;
    }

    private void release(Connection connection) throws SQLException {
        try {
            row.forgetSession(connection);
        } finally {
            if (written != null) {
                written.close();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
