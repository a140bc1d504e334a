package dev.retort.dialect.mariadb;

import dev.retort.dialect.Sessions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Connections, identified by their number, which is unique until the server restarts, and a time at which they existed. Without the PROCESS
 * privilege the list contains only those of the same user: https://mariadb.com/kb/en/information-schema-processlist-table/
 */
public final class MariadbSessions implements Sessions {

    private final String status;

    /**
     * The sessions of a server.
     *
     * @param status the table with the state of the server, which cousins have in other schemas
     */
    public MariadbSessions(String status) {
        this.status = status;
    }

    /** Describes a session, in a row of the list. */
    static final String DESCRIPTION =
            "concat('connection ', id, ' (', user, '@', host, ', ', lower(command), ' for ', time, ' s)')";

    @Override
    public String expression() {
        return "CONCAT(CONNECTION_ID(), ' ', UTC_TIMESTAMP(6))";
    }

    @Override
    public Optional<String> living(Connection connection, String session) throws SQLException {
        // The start time is known to the second.
        String sql = """
                SELECT %s FROM information_schema.processlist
                WHERE id = CAST(SUBSTRING_INDEX(?, ' ', 1) AS UNSIGNED) AND id <> CONNECTION_ID()
                  AND UTC_TIMESTAMP(6) - INTERVAL (SELECT variable_value + 1 FROM %s
                                                   WHERE variable_name = 'UPTIME') SECOND
                      <= CAST(SUBSTRING(?, LOCATE(' ', ?) + 1) AS DATETIME(6))""".formatted(DESCRIPTION, status);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= 3; i++) {
                statement.setString(i, session);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
