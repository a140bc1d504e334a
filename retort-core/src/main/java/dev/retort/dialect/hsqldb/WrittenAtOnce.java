package dev.retort.dialect.hsqldb;

import dev.retort.error.DatabaseAccessException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A time in which everything that is committed is written to the disk at once. HSQLDB writes to its log up to half a second later, from the
 * memory of the process that has opened the files, so that what a run has done would be lost with that process. What is lost is always the
 * end of the log, never something before it: https://hsqldb.org/doc/2.0/guide/management-chapt.html#mtc_settings_files
 *
 * <p>A server's database is left as it is: it does not end with the process of the run. So are files for a user who is no administrator,
 * and neither sees nor changes these settings.
 */
final class WrittenAtOnce {

    private static final String FILES = "jdbc:hsqldb:file:";
    private static final String DELAY = "hsqldb.write_delay_millis";
    private static final String LOGGED = "hsqldb.log_data";

    private final Connection connection;
    private final String delay;

    private WrittenAtOnce(Connection connection, String delay) {
        this.connection = connection;
        this.delay = delay;
    }

    /**
     * Begins such a time.
     *
     * @return null where there is nothing to do
     * @throws DatabaseAccessException when the database keeps no log
     */
    static @Nullable WrittenAtOnce of(Connection connection) throws SQLException {
        if (!String.valueOf(connection.getMetaData().getURL()).startsWith(FILES)) {
            return null;
        }
        Map<String, String> settings = settings(connection);
        if ("false".equals(settings.get(LOGGED))) {
            throw new DatabaseAccessException(
                    "The database keeps no log of what is committed, so that a run that is killed would be lost in part.",
                    "Run SET FILES LOG TRUE, as an administrator.",
                    null);
        }
        String delay = settings.getOrDefault(DELAY, "0");
        if (delay.equals("0")) {
            return null;
        }
        delay(connection, "0");
        return new WrittenAtOnce(connection, delay);
    }

    private static Map<String, String> settings(Connection connection) throws SQLException {
        Map<String, String> settings = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT PROPERTY_NAME, PROPERTY_VALUE FROM"
                        + " INFORMATION_SCHEMA.SYSTEM_PROPERTIES WHERE PROPERTY_NAME LIKE 'hsqldb.%'")) {
            while (row.next()) {
                settings.put(row.getString(1), row.getString(2));
            }
        }
        return settings;
    }

    private static void delay(Connection connection, String milliseconds) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET FILES WRITE DELAY " + milliseconds + " MILLIS");
        }
    }

    /** Ends it: what was not written is written, and the database is set as before. */
    void close() throws SQLException {
        delay(connection, delay);
    }
}
