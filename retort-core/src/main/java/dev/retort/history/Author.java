package dev.retort.history;

import dev.retort.dialect.HostName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Who does something, where and with what.
 *
 * @param databaseUser the login; empty for a database without logins
 * @param operator the operating system's user
 * @param host the machine
 * @param toolVersion the version of Retort
 */
public record Author(String databaseUser, String operator, String host, String toolVersion) {

    /**
     * Whoever runs this process.
     *
     * @throws SQLException when the database does not answer
     */
    public static Author of(Connection connection, String toolVersion) throws SQLException {
        return new Author(
                Objects.requireNonNullElse(connection.getMetaData().getUserName(), ""),
                System.getProperty("user.name", "unknown"),
                HostName.local(),
                toolVersion);
    }
}
