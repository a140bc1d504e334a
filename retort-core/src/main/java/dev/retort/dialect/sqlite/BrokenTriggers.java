package dev.retort.dialect.sqlite;

import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Columns that triggers need and that do not exist. SQLite lets you drop a column that a trigger sets or watches, and reports an error only
 * when the trigger fires.
 */
final class BrokenTriggers {

    private final Connection connection;

    private BrokenTriggers(Connection connection) {
        this.connection = connection;
    }

    /** A sentence for each, without its full stop. */
    static Set<String> in(Connection connection) throws SQLException {
        return new BrokenTriggers(connection).found();
    }

    private Set<String> found() throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger' AND sql IS NOT NULL")) {
            while (row.next()) {
                String called = "trigger " + row.getString(1) + ": no such column: ";
                List<String> columns = columns(row.getString(2));
                Set<String> known = columns.stream().map(BrokenTriggers::folded).collect(Collectors.toSet());
                waitedFor(SqlTokens.of(row.getString(3), SqliteProvider.SYNTAX)).stream()
                        .filter(column -> !known.contains(folded(column)))
                        .forEach(column -> found.add(called + column));
                failure(row.getString(2), columns).ifPresent(found::add);
            }
        }
        return found;
    }

    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT name FROM pragma_table_xinfo('" + table.replace("'", "''") + "') WHERE hidden = 0")) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return columns;
    }

    /** The columns that a trigger watches: {@code UPDATE OF a, b ON}. */
    private static List<String> waitedFor(SqlTokens trigger) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i + 1 < trigger.size() && !trigger.get(i).is("begin"); i++) {
            if (trigger.get(i).is("update") && trigger.get(i + 1).is("of")) {
                for (int at = i + 2; at < trigger.size() && !trigger.get(at).is("on"); at++) {
                    if (trigger.get(at).kind() != SqlToken.Kind.SIGN) {
                        columns.add(trigger.get(at).name());
                    }
                }
            }
        }
        return columns;
    }

    /** Why a change of a table's rows, with its triggers, cannot be compiled. It is not executed. */
    private Optional<String> failure(String table, List<String> columns) throws SQLException {
        String written = SchemaCopy.quoted(table);
        String every = columns.stream()
                .map(SchemaCopy::quoted)
                .map(column -> column + " = " + column)
                .collect(Collectors.joining(", "));
        for (String change : List.of(
                "INSERT INTO " + written + " DEFAULT VALUES",
                "DELETE FROM " + written,
                "UPDATE " + written + " SET " + every)) {
            Optional<String> refusal = SchemaCopy.refusal(change, connection);
            if (refusal.isPresent()) {
                return Optional.of("the triggers of " + table + ": " + refusal.get());
            }
        }
        return Optional.empty();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
