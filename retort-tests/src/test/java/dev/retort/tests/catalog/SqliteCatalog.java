package dev.retort.tests.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The catalog of SQLite: what its pragmas tell, and the tokens of the statements that it keeps. */
final class SqliteCatalog {

    /** Begins what is said of the type of a column that is in no key: as a key, INTEGER is another one than INT. */
    static final String TYPE = "type ";

    /** A type that stores texts, whose length has no effect. */
    private static final Pattern TEXT_LENGTH = Pattern.compile("^([A-Z ]*(?:CHAR|CLOB|TEXT)[A-Z ]*?) ?\\(.*\\)$");

    private final Connection connection;
    private final List<CatalogEntry> entries = new ArrayList<>();

    private SqliteCatalog(Connection connection) {
        this.connection = connection;
    }

    static List<CatalogEntry> read(Connection connection) throws SQLException {
        SqliteCatalog catalog = new SqliteCatalog(connection);
        for (Map<String, String> row : catalog.rows("SELECT type, name, tbl_name, sql FROM sqlite_schema"
                + " WHERE name NOT GLOB 'sqlite_*' AND tbl_name NOT GLOB 'retort_*'")) {
            String name = text(row, "name");
            String sql = text(row, "sql");
            switch (text(row, "type")) {
                case "table" -> catalog.addTable(name, sql);
                case "index" -> {}
                default -> catalog.add(name, SqliteToken.folded(SqliteToken.of(sql)));
            }
        }
        return catalog.entries;
    }

    private void addTable(String table, String sql) throws SQLException {
        if (SqliteToken.of(sql).get(1).isWord("VIRTUAL")) {
            add(table, SqliteToken.folded(SqliteToken.of(sql)));
            return;
        }
        Map<String, String> options = rows("SELECT wr, strict FROM pragma_table_list WHERE name = ?", table)
                .get(0);
        add(
                table,
                "table" + (flag(options, "wr") ? " WITHOUT ROWID" : "") + (flag(options, "strict") ? " STRICT" : ""));
        SqliteTableText text = new SqliteTableText(table, sql);
        entries.addAll(text.constraints());
        for (Map<String, String> column : rows("SELECT * FROM pragma_table_xinfo(?)", table)) {
            addColumn(table, column, text);
        }
        for (Map<String, String> key : rows(
                "SELECT id, \"table\", on_update, on_delete, group_concat(\"from\") AS here, group_concat(\"to\") AS there"
                        + " FROM (SELECT * FROM pragma_foreign_key_list(?) ORDER BY id, seq) GROUP BY id",
                table)) {
            add(
                    table,
                    "foreign key (" + key.get("here") + ") to " + key.get("table") + " (" + key.get("there")
                            + ") on delete " + key.get("on_delete") + " on update " + key.get("on_update"));
        }
        for (Map<String, String> index : rows(
                "SELECT l.*, sql FROM pragma_index_list(?) l JOIN sqlite_schema s ON s.name = l.name WHERE origin = 'c'",
                table)) {
            addIndex(table, index);
        }
    }

    private void addColumn(String table, Map<String, String> column, SqliteTableText more) {
        String name = text(column, "name");
        StringJoiner said = new StringJoiner(" ");
        String type = type(text(column, "type"));
        said.add("column");
        if (flag(column, "pk")) {
            said.add(type);
        } else {
            add(table + "." + name, TYPE + type);
        }
        if (flag(column, "notnull")) {
            said.add("NOT NULL");
        }
        if (column.get("dflt_value") != null) {
            said.add("DEFAULT").add(SqliteToken.folded(SqliteToken.of(text(column, "dflt_value"))));
        }
        if (flag(column, "pk")) {
            said.add("key " + column.get("pk"));
        }
        if (flag(column, "hidden")) {
            said.add("hidden " + column.get("hidden"));
        }
        more.ofColumn(name).ifPresent(said::add);
        add(table + "." + name, said.toString());
    }

    static String type(String declared) {
        return TEXT_LENGTH
                .matcher(declared.toUpperCase(Locale.ROOT).strip().replaceAll("\\s+", " "))
                .replaceFirst("$1");
    }

    private void addIndex(String table, Map<String, String> index) throws SQLException {
        String name = text(index, "name");
        StringJoiner said = new StringJoiner(", ", flag(index, "unique") ? "unique index of " : "index of ", "");
        said.add(table);
        boolean asText = flag(index, "partial");
        for (Map<String, String> part : rows("SELECT * FROM pragma_index_xinfo(?) WHERE key ORDER BY seqno", name)) {
            asText |= part.get("name") == null;
            said.add(part.get("name") + " " + part.get("coll") + (flag(part, "desc") ? " DESC" : ""));
        }
        if (asText) {
            List<SqliteToken> tokens = SqliteToken.of(text(index, "sql"));
            int on = 0;
            while (!tokens.get(on).isWord("ON")) {
                on++;
            }
            said.add(SqliteToken.folded(tokens.subList(on + 2, tokens.size())));
        }
        add(name, said.toString());
    }

    private void add(String object, String text) {
        entries.add(new CatalogEntry(object, text));
    }

    private List<Map<String, String>> rows(String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            List<Map<String, String>> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Map<String, String> values = new LinkedHashMap<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        values.put(row.getMetaData().getColumnLabel(i), row.getString(i));
                    }
                    rows.add(values);
                }
            }
            return rows;
        }
    }

    private static String text(Map<String, String> row, String column) {
        return String.valueOf(row.get(column));
    }

    private static boolean flag(Map<String, String> row, String column) {
        @Nullable String value = row.get(column);
        return value != null && !value.equals("0");
    }
}
