package dev.retort.dialect.mariadb;

import dev.retort.dialect.SessionState;
import dev.retort.dialect.StatementKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The current database and the variables that dumps and scripts set. */
public final class MariadbSessionState implements SessionState {

    private static final String DATABASE = "database";

    private static final List<String> TEXTS = List.of(
            "sql_mode",
            "time_zone",
            "character_set_client",
            "character_set_results",
            "character_set_connection",
            "collation_connection",
            "default_storage_engine");

    private static final List<String> NUMBERS = List.of(
            "foreign_key_checks",
            "unique_checks",
            "sql_notes",
            "sql_quote_show_create",
            "sql_safe_updates",
            "lock_wait_timeout");

    private final List<String> numbers;

    /**
     * The state of a session.
     *
     * @param own variables with numbers that a cousin need not have
     */
    public MariadbSessionState(List<String> own) {
        numbers = Stream.concat(NUMBERS.stream(), own.stream()).toList();
    }

    @Override
    public Map<String, String> read(Connection connection) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        String database = connection.getCatalog();
        if (database != null) {
            settings.put(DATABASE, database);
        }
        String all = "SELECT @@session." + String.join(", @@session.", TEXTS) + ", @@session."
                + String.join(", @@session.", numbers);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(all)) {
            row.next();
            int column = 1;
            for (String name : TEXTS) {
                settings.put(name, row.getString(column++));
            }
            for (String name : numbers) {
                settings.put(name, Long.toString(row.getLong(column++)));
            }
        }
        return settings;
    }

    @Override
    public void restore(Connection connection, Map<String, String> before) throws SQLException {
        Map<String, String> now = read(connection);
        for (Map.Entry<String, String> setting : before.entrySet()) {
            String name = setting.getKey();
            String value = setting.getValue();
            if (value == null || value.equals(now.get(name))) {
                continue;
            }
            if (name.equals(DATABASE)) {
                connection.setCatalog(value);
            } else {
                set(connection, name, value);
            }
        }
    }

    /** The encoding is named again after them. On MySQL {@code foreign_key_checks = DEFAULT} leaves it off. */
    @Override
    public List<String> resetStatements() {
        String settings = Stream.concat(Stream.of("sql_mode", "time_zone", "default_storage_engine"), numbers.stream())
                .map(name -> name + " = @@GLOBAL." + name)
                .collect(Collectors.joining(", "));
        return List.of("SET SESSION " + settings);
    }

    @Override
    public boolean changesSchema(StatementKind kind) {
        return kind.begins("use");
    }

    private void set(Connection connection, String name, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SET SESSION " + name + " = ?")) {
            if (numbers.contains(name)) {
                statement.setLong(1, Long.parseLong(value));
            } else {
                statement.setString(1, value);
            }
            statement.execute();
        }
    }
}
