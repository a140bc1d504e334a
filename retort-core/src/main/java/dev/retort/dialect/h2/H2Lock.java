package dev.retort.dialect.h2;

import dev.retort.dialect.ConnectionSource;
import dev.retort.dialect.LockHolder;
import dev.retort.dialect.MigrationLock;
import dev.retort.dialect.NoLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A locked row of a table, on a connection of its own: H2 commits with every statement that changes the schema, which would free a row
 * locked on the connection that does the work.
 */
final class H2Lock implements MigrationLock {

    /** What H2 says when a row is locked or was locked meanwhile: https://h2database.com/javadoc/org/h2/api/ErrorCode.html */
    private static final int LOCK_TIMEOUT = 50200;

    private static final int CONCURRENT_UPDATE = 90131;
    private static final int DUPLICATE_KEY = 23505;
    private static final int TABLE_EXISTS = 42101;

    private final ConnectionSource connections;
    private final String key;
    private @Nullable Connection own;
    private boolean held;

    private H2Lock(ConnectionSource connections, String key) {
        this.connections = connections;
        this.key = key;
    }

    /** The lock of a database; a private one in memory, which a second connection would not find, has none. */
    static MigrationLock of(Connection working, ConnectionSource connections, String key) throws SQLException {
        return isPrivate(working) ? new NoLock() : new H2Lock(connections, key);
    }

    private static boolean isPrivate(Connection working) throws SQLException {
        try (Statement statement = working.createStatement();
                ResultSet row = statement.executeQuery("SELECT DATABASE_PATH(), CURRENT_CATALOG")) {
            return row.next() && row.getString(1) == null && row.getString(2).equalsIgnoreCase("unnamed");
        }
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        if (held) {
            return true;
        }
        Connection connection = connected();
        try {
            // The name of the holder must be committed to be seen by others, which frees the row: it is locked a second
            // time.
            if (lockRow(connection)) {
                writeHolder(connection);
                connection.commit();
                held = lockRow(connection);
            }
        } finally {
            if (!held) {
                connection.rollback();
            }
        }
        return held;
    }

    private Connection connected() throws SQLException {
        Connection connection = own;
        if (connection == null) {
            connection = connections.open();
            own = connection;
            connection.setAutoCommit(false);
            createTable(connection);
            createRow(connection);
        }
        return connection;
    }

    private static void createTable(Connection connection) throws SQLException {
        try {
            execute(
                    connection,
                    "CREATE TABLE IF NOT EXISTS " + TABLE
                            + " (name varchar(1000) NOT NULL PRIMARY KEY, holder varchar(1000), since timestamp with time zone)");
        } catch (SQLException e) {
            ignore(e, TABLE_EXISTS);
        }
    }

    private void createRow(Connection connection) throws SQLException {
        String sql = "INSERT INTO " + TABLE + " (name) SELECT CAST(? AS varchar) WHERE NOT EXISTS (SELECT 1 FROM "
                + TABLE + " WHERE name = ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            statement.setString(2, key);
            statement.executeUpdate();
        } catch (SQLException e) {
            ignore(e, DUPLICATE_KEY);
        }
        connection.commit();
    }

    private boolean lockRow(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT name FROM " + TABLE + " WHERE name = ? FOR UPDATE NOWAIT")) {
            statement.setString(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            ignore(e, LOCK_TIMEOUT);
            return false;
        }
    }

    private void writeHolder(Connection connection) throws SQLException {
        String sql = "UPDATE " + TABLE + " SET holder = ?, since = CURRENT_TIMESTAMP WHERE name = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, LockHolder.thisProcess());
            statement.setString(2, key);
            statement.executeUpdate();
        }
    }

    @Override
    public String holder() throws SQLException {
        try (PreparedStatement statement =
                connected().prepareStatement("SELECT holder FROM " + TABLE + " WHERE name = ?")) {
            statement.setString(1, key);
            try (ResultSet row = statement.executeQuery()) {
                String holder = row.next() ? row.getString(1) : null;
                return holder == null ? "another connection" : holder;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        Connection connection = own;
        own = null;
        held = false;
        if (connection != null && !connection.isClosed()) {
            try (connection) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
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
