package dev.retort.dialect.postgresql;

import dev.retort.dialect.SessionState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of a session that SET and set_config change, including the role. */
final class PostgresqlSession implements SessionState {

    private static final String USER = "session_authorization";
    private static final String ROLE = "role";

    private static final String CHANGED = """
            SELECT 'session_authorization', session_user::text
            UNION ALL SELECT 'role', pg_catalog.current_setting('role')
            UNION ALL SELECT name, setting FROM pg_catalog.pg_settings
            WHERE source = 'session' AND name NOT LIKE 'transaction_%'""";

    @Override
    public Map<String, String> read(Connection connection) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(CHANGED)) {
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
        }
        return settings;
    }

    @Override
    public void restore(Connection connection, Map<String, String> before) throws SQLException {
        Map<String, String> now = read(connection);
        // The user first: it decides which roles may be set, and setting it resets the role.
        if (!before.getOrDefault(USER, "").equals(now.get(USER))) {
            execute(connection, "RESET SESSION AUTHORIZATION");
            now = read(connection);
        }
        for (Map.Entry<String, String> setting : before.entrySet()) {
            if (!setting.getKey().equals(USER) && !setting.getValue().equals(now.get(setting.getKey()))) {
                set(connection, setting.getKey(), setting.getValue());
            }
        }
        for (String name : now.keySet()) {
            if (!before.containsKey(name)) {
                execute(connection, "RESET " + name);
            }
        }
    }

    /** RESET ALL leaves the user and the role as they are. */
    @Override
    public List<String> resetStatements() {
        return List.of("RESET SESSION AUTHORIZATION", "RESET ALL");
    }

    private static void set(Connection connection, String name, String value) throws SQLException {
        if (name.equals(ROLE) && value.equals("none")) {
            execute(connection, "RESET ROLE");
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_catalog.set_config(?, ?, false)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.execute();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
