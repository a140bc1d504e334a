package dev.retort.dialect.postgresql;

import dev.retort.dialect.Sessions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Server processes, identified by pid and a time at which they existed. A user that may not see the sessions of others sees that they
 * exist, but not since when: https://www.postgresql.org/docs/current/monitoring-stats.html
 */
final class PostgresqlSessions implements Sessions {

    @Override
    public String expression() {
        return "pg_backend_pid() || ' ' || to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')";
    }

    @Override
    public Optional<String> living(Connection connection, String session) throws SQLException {
        String sql = """
                SELECT pid, application_name, coalesce(host(client_addr), 'a local socket') AS client,
                       to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS since
                FROM pg_stat_activity
                WHERE pid = split_part(?, ' ', 1)::int AND pid <> pg_backend_pid()
                  AND (backend_start IS NULL
                       OR backend_start AT TIME ZONE 'UTC' <= substr(?, strpos(?, ' ') + 1)::timestamp)""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= 3; i++) {
                statement.setString(i, session);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(described(row)) : Optional.empty();
            }
        }
    }

    /** A session, by the columns pid, application_name, client and since. */
    static String described(ResultSet row) throws SQLException {
        String application = row.getString("application_name");
        String since = row.getString("since");
        return "process " + row.getInt("pid")
                + (application == null || application.isEmpty() ? "" : " (" + application + ")")
                + (since == null ? "" : " from " + row.getString("client") + ", connected since " + since + " UTC");
    }
}
