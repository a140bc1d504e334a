package dev.retort.dialect.mariadb;

import dev.retort.dialect.LockKey;
import dev.retort.dialect.MigrationLock;
import dev.retort.error.DatabaseAccessException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named lock on the working connection. The server releases it when the session ends, and not before the session's running statement has
 * ended. Names are unique in a server, so this one contains the database.
 */
final class MariadbLock implements MigrationLock {

    private static final String SESSION = "SELECT CONNECTION_ID()";
    private static final String OWN_LOCK = "SELECT 1 FROM DUAL WHERE IS_USED_LOCK(?) = CONNECTION_ID()";

    private final Connection connection;
    private final String name;
    private @Nullable String session;
    private boolean held;
    private @Nullable String sharing;

    private MariadbLock(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /** The lock of a key in the connection's database; it is not taken yet. */
    static MariadbLock of(Connection connection, String key) throws SQLException {
        String database = ask(connection, "SELECT DATABASE()").orElse("");
        // A lock's name has at most 64 characters.
        return new MariadbLock(connection, "retort:" + new LockKey(database + "/" + key).digits());
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        if (held || sharing != null) {
            return true;
        }
        if (session == null) {
            session = ask(connection, SESSION).orElse(null);
        }
        // A session can take a lock several times: if it has it already, it belongs to another client too.
        if (ask(connection, OWN_LOCK, name).isPresent()) {
            sharing = "its session holds the migration lock of another client already.";
            return true;
        }
        held = granted("SELECT GET_LOCK(?, 0)", name);
        return held;
    }

    @Override
    public Optional<String> sharing() throws SQLException {
        if (held && sharing == null) {
            if (!ask(connection, SESSION).equals(Optional.ofNullable(session))) {
                sharing = "two statements of it ran in two sessions.";
            } else if (ask(connection, OWN_LOCK, name).isEmpty()) {
                sharing = "the lock that was taken is gone.";
            }
        }
        return Optional.ofNullable(sharing);
    }

    /** The session keeps the lock as long as it exists. */
    @Override
    public boolean isHeld() throws SQLException {
        return (held || sharing != null) && !connection.isClosed();
    }

    @Override
    public void close() throws SQLException {
        if (!held || connection.isClosed()) {
            return;
        }
        held = false;
        if (!granted("SELECT RELEASE_LOCK(?)", name) && sharing == null) {
            throw new DatabaseAccessException(
                    "The migration lock was no longer held when the work was done.",
                    "A proxy that shares sessions loses such locks: connect to the server itself. Check that no other run was"
                            + " at work.",
                    null);
        }
    }

    @Override
    public String holder() throws SQLException {
        Optional<String> id = ask(connection, "SELECT IS_USED_LOCK(?)", name);
        if (id.isEmpty()) {
            return "a session that has ended";
        }
        // Without the PROCESS privilege the list contains only the sessions of the same user.
        String sql = "SELECT " + MariadbSessions.DESCRIPTION + " FROM information_schema.processlist WHERE id = ?";
        return ask(connection, sql, id.get()).orElseGet(() -> "connection " + id.get());
    }

    private boolean granted(String sql, String... arguments) throws SQLException {
        return ask(connection, sql, arguments).equals(Optional.of("1"));
    }

    private static Optional<String> ask(Connection connection, String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }
}
