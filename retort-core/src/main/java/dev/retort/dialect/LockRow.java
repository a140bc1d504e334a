package dev.retort.dialect;

import dev.retort.error.DatabaseAccessException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The row of a lock in {@link MigrationLock#TABLE}, with the columns {@code name}, {@code holder} and {@code session}, on a connection of
 * its own.
 *
 * @param key the name of the lock
 * @param session the number of the session that does the work
 */
public record LockRow(String key, long session) {

    /** Who has a lock that names nobody. */
    public static final String UNNAMED = "another connection";

    /** Reads what tells one database from another. */
    @FunctionalInterface
    public interface PlaceReader<T> {

        /** The place of a connection's database. */
        T of(Connection connection) throws SQLException;
    }

    /**
     * Opens the connection of a lock.
     *
     * @param place the database in which the work is done
     * @throws DatabaseAccessException when the connection is to another database
     */
    public static <T> Connection opened(ConnectionSource connections, T place, PlaceReader<T> reader)
            throws SQLException {
        Connection connection = connections.open();
        T other = reader.of(connection);
        if (!other.equals(place)) {
            connection.close();
            throw new DatabaseAccessException(
                    "The migration lock needs a second connection to " + place + ", but it was opened to " + other
                            + ".",
                    "Use a data source whose connections are all to the same database.",
                    null);
        }
        return connection;
    }

    /** Creates the row if it does not exist; another run may do that at the same time, so that the database reports a duplicate key. */
    public void create(Connection connection) throws SQLException {
        String sql = "INSERT INTO " + MigrationLock.TABLE
                + " (name) SELECT CAST(? AS varchar(1000)) FROM (VALUES (0)) WHERE NOT EXISTS (SELECT 1 FROM "
                + MigrationLock.TABLE + " WHERE name = ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            statement.setString(2, key);
            statement.executeUpdate();
        }
    }

    /** Who has the lock, in words for a person. */
    public String holder(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT holder FROM " + MigrationLock.TABLE + " WHERE name = ?")) {
            statement.setString(1, key);
            try (ResultSet row = statement.executeQuery()) {
                String holder = row.next() ? row.getString(1) : null;
                return holder == null ? UNNAMED : holder;
            }
        }
    }

    /** Lets the row name no session; does nothing if it names another one. */
    public void forgetSession(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE " + MigrationLock.TABLE + " SET session = NULL WHERE name = ? AND session = ?")) {
            statement.setString(1, key);
            statement.setLong(2, session);
            statement.executeUpdate();
        }
    }

    /** The error for a user who lacks privileges. */
    public static DatabaseAccessException denied(Connection connection, String privileges, SQLException cause)
            throws SQLException {
        return new DatabaseAccessException(
                "The login may not take the migration lock, a row of the table " + MigrationLock.TABLE + ": "
                        + cause.getMessage(),
                Access.granting("GRANT " + privileges + " TO "
                        + connection.getMetaData().getUserName()),
                cause);
    }
}
