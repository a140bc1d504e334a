package dev.retort.history;

import dev.retort.dialect.HostName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Who changes a database.
 *
 * @param databaseUser the database user; empty for a database without users
 * @param operator the user of the operating system
 * @param host the machine
 * @param toolVersion the version of Retort
 */
public record Author(String databaseUser, String operator, String host, String toolVersion) {

    /**
     * The author for this process.
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
