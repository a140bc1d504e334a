package dev.retort.dialect.h2;

import dev.retort.dialect.ConnectionSource;
import dev.retort.dialect.LockHolder;
import dev.retort.dialect.LockRow;
import dev.retort.dialect.MigrationLock;
import dev.retort.dialect.NoLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A locked row of a table, on a connection of its own: H2 commits with every statement that changes the schema, which would free a row
 * locked on the connection that does the work.
 *
 * <p>When the holder's process dies, the server frees the row at once, though the session that did the work continues with its running
 * statement. So the row names that session, and the lock is not free while the session lives. Who is no administrator sees no other
 * sessions: https://h2database.com/html/systemtables.html#information_schema_sessions
 */
final class H2Lock implements MigrationLock {

    /** What H2 says when a row is locked or was locked meanwhile: https://h2database.com/javadoc/org/h2/api/ErrorCode.html */
    private static final int LOCK_TIMEOUT = 50200;

    private static final int CONCURRENT_UPDATE = 90131;
    private static final int DUPLICATE_KEY = 23505;
    private static final int TABLE_EXISTS = 42101;

    /** Not found, alone, beside names like it, in an empty database. */
    private static final Set<Integer> NO_TABLE = Set.of(42102, 42103, 42104);

    private static final int VALIDITY_TIMEOUT_SECONDS = 5;

    /** In milliseconds. H2 replaces 0 by its default of two seconds when it waits for a row. */
    private static final int ASKING = 1;

    /** In milliseconds; longer than another run that only tries locks the row. */
    private static final int INSISTING = 2000;

    private final Place place;
    private final ConnectionSource connections;
    private final LockRow row;
    private @Nullable Connection own;
    private int lockTimeout;
    private boolean prepared;
    private boolean named;
    private boolean held;

    private H2Lock(Place place, ConnectionSource connections, LockRow row) {
        this.place = place;
        this.connections = connections;
        this.row = row;
    }

    /**
     * What tells one database from another.
     *
     * @param path its path; null if it is in memory
     * @param name its name
     */
    private record Place(@Nullable String path, String name) {

        static Place of(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT DATABASE_PATH(), CURRENT_CATALOG")) {
                row.next();
                return new Place(row.getString(1), row.getString(2));
            }
        }

        /** Whether a second connection would not find it. */
        boolean isPrivate() {
            return path == null && name.equalsIgnoreCase("unnamed");
        }

        @Override
        public String toString() {
            return path == null ? name + " in memory" : path;
        }
    }

    /** The lock of a database; a private one in memory, which a second connection would not find, has none. */
    static MigrationLock of(Connection working, ConnectionSource connections, String key) throws SQLException {
        Place place = Place.of(working);
        return place.isPrivate() ? new NoLock() : new H2Lock(place, connections, new LockRow(key, session(working)));
    }

    private static int session(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT SESSION_ID()")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        if (held) {
            return true;
        }
        Connection connection = connected();
        try {
            return tryAcquire(connection);
        } catch (SQLException e) {
            if (H2Failures.INSTANCE.isDenied(e)) {
                throw LockRow.denied(connection, "SELECT, INSERT, UPDATE ON " + TABLE, e);
            }
            throw e;
        }
    }

    private boolean tryAcquire(Connection connection) throws SQLException {
        try {
            // Others see the holder in the row once it is committed, which releases the row: it is locked again.
            if (tableIsThere(connection) && lockRow(connection) && !holderStillWorks(connection)) {
                writeHolder(connection);
                connection.commit();
                waitAtMost(INSISTING, connection);
                held = lockRow(connection);
            }
        } catch (SQLException e) {
            ignore(e, LOCK_TIMEOUT);
        } finally {
            if (!held) {
                connection.rollback();
                waitAtMost(ASKING, connection);
            }
        }
        return held;
    }

    /** The connection of the row is not the one that does the work, and may be lost alone. */
    @Override
    public boolean isHeld() throws SQLException {
        return held && own != null && own.isValid(VALIDITY_TIMEOUT_SECONDS);
    }

    @Override
    public boolean isExclusive() {
        return true;
    }

    private Connection connected() throws SQLException {
        Connection connection = own;
        if (connection == null) {
            connection = LockRow.opened(connections, place, Place::of);
            own = connection;
            connection.setAutoCommit(false);
            lockTimeout = lockTimeout(connection);
            waitAtMost(ASKING, connection);
        }
        return connection;
    }

    /** Creates table and row if they do not exist; that is not possible while another session changes the schema. */
    private boolean tableIsThere(Connection connection) throws SQLException {
        if (prepared) {
            return true;
        }
        try {
            if (!hasTable(connection)) {
                createTable(connection);
            }
            createRow(connection);
            prepared = true;
        } catch (SQLException e) {
            ignore(e, LOCK_TIMEOUT);
        }
        return prepared;
    }

    /** H2 lets only the owner of the schema run CREATE TABLE IF NOT EXISTS, even if the table exists. */
    private static boolean hasTable(Connection connection) throws SQLException {
        try {
            execute(connection, "SELECT 1 FROM " + TABLE + " WHERE 1 = 0");
            return true;
        } catch (SQLException e) {
            if (NO_TABLE.contains(e.getErrorCode())) {
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
                            + " (name varchar(1000) NOT NULL PRIMARY KEY, holder varchar(1000), session integer, session_start timestamp with time zone)");
        } catch (SQLException e) {
            if (H2Failures.INSTANCE.isDenied(e)) {
                throw LockRow.denied(connection, "ALTER ANY SCHEMA", e);
            }
            ignore(e, TABLE_EXISTS);
        }
    }

    private void createRow(Connection connection) throws SQLException {
        try {
            row.create(connection);
        } catch (SQLException e) {
            ignore(e, DUPLICATE_KEY);
        }
        connection.commit();
    }

    private boolean lockRow(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT name FROM " + TABLE + " WHERE name = ? FOR UPDATE")) {
            statement.setString(1, row.key());
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            ignore(e, LOCK_TIMEOUT);
            return false;
        }
    }

    private void writeHolder(Connection connection) throws SQLException {
        String sql = "UPDATE " + TABLE + " SET holder = ?, session = ?, session_start ="
                + " (SELECT session_start FROM information_schema.sessions WHERE session_id = ?) WHERE name = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, LockHolder.thisProcess());
            statement.setLong(2, row.session());
            statement.setLong(3, row.session());
            statement.setString(4, row.key());
            statement.executeUpdate();
        }
        named = true;
    }

    private boolean holderStillWorks(Connection connection) throws SQLException {
        String sql = "SELECT 1 FROM " + TABLE + " l JOIN information_schema.sessions s ON s.session_id = l.session"
                + " AND s.session_start = l.session_start WHERE l.name = ? AND l.session <> ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, row.key());
            statement.setLong(2, row.session());
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    /** A pool may keep the session that did the work alive. */
    private void forgetHolder(Connection connection) throws SQLException {
        try {
            row.forgetSession(connection);
        } catch (SQLException e) {
            ignore(e, LOCK_TIMEOUT);
        }
        connection.commit();
    }

    @Override
    public String holder() throws SQLException {
        return prepared ? row.holder(connected()) : LockRow.UNNAMED;
    }

    @Override
    public void close() throws SQLException {
        Connection connection = own;
        own = null;
        held = false;
        if (connection != null && !connection.isClosed()) {
            try (connection) {
                if (named) {
                    waitAtMost(INSISTING, connection);
                    forgetHolder(connection);
                }
                connection.rollback();
                // A pool may give the connection to somebody who wants to wait.
                waitAtMost(lockTimeout, connection);
                connection.setAutoCommit(true);
            }
        }
    }

    private static int lockTimeout(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT LOCK_TIMEOUT()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void waitAtMost(int milliseconds, Connection connection) throws SQLException {
        execute(connection, "SET LOCK_TIMEOUT " + milliseconds);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void ignore(SQLException e, int expected) throws SQLException {
        if (e.getErrorCode() != expected && e.getErrorCode() != CONCURRENT_UPDATE) {
            throw e;
        }
    }
}
