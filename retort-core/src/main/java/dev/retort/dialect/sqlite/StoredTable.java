package dev.retort.dialect.sqlite;

import dev.retort.dialect.IdentifierRules;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.sql.SqlTokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The statements from which SQLite makes a table anew, as it has stored them.
 *
 * @param sql its CREATE TABLE
 * @param indexes the CREATE INDEX of each index that is not of a constraint, by its name
 * @param triggers the CREATE TRIGGER of each of its triggers
 * @param taken the names of all tables, views and indexes beside it, in any case
 */
record StoredTable(String sql, Map<String, String> indexes, List<String> triggers, Set<String> taken) {

    /** A table that no database has yet. */
    static StoredTable made(String sql, Map<String, String> indexes) {
        return new StoredTable(sql, indexes, List.of(), Set.of());
    }

    /** A name with the database that it is in. */
    static QualifiedName inDatabase(QualifiedName name) {
        return name.schema() == null ? name.inSchema("main") : name;
    }

    /** A table under the name by which a statement reaches it: something temporary of the connection may have the same. */
    static Table reached(Connection connection, Table table) throws SQLException {
        if (table.name().schema() != null) {
            return table;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT 1 FROM sqlite_temp_schema WHERE type IN ('table', 'view')")) {
            return row.next() ? table.named(inDatabase(table.name())) : table;
        }
    }

    /**
     * Reads a table.
     *
     * @param table an ordinary table that the database has
     */
    static StoredTable read(Connection connection, QualifiedName table, IdentifierRules names) throws SQLException {
        String schema = String.valueOf(inDatabase(table).schema());
        String sql = "";
        Map<String, String> indexes = new LinkedHashMap<>();
        List<String> triggers = new ArrayList<>();
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT type, name, sql, tbl_name = ? COLLATE NOCASE FROM "
                        + names.write(schema) + ".sqlite_schema ORDER BY rowid")) {
            statement.setString(1, table.name());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String text = row.getString(3);
                    String type = row.getString(1);
                    taken.add(row.getString(2));
                    if (text == null || !row.getBoolean(4)) {
                        continue;
                    }
                    switch (type) {
                        case "table" -> sql = text;
                        case "index" -> indexes.put(row.getString(2), inSchema(text, "index", table, names));
                        case "trigger" -> triggers.add(inSchema(text, "trigger", table, names));
                        default -> {
                            // a view has no rows
                        }
                    }
                }
            }
        }
        return new StoredTable(sql, indexes, triggers, taken);
    }

    /** The statement with the schema, which SQLite does not store, before the name. */
    private static String inSchema(String sql, String kind, QualifiedName table, IdentifierRules names) {
        if (table.schema() == null) {
            return sql;
        }
        SqlTokens tokens = SqlTokens.of(sql, SqliteProvider.SYNTAX);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(kind)) {
                int end = tokens.get(i).end();
                return sql.substring(0, end) + " " + names.write(table.schema()) + "."
                        + sql.substring(end).stripLeading();
            }
        }
        return sql;
    }
}
