package dev.retort.tests.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The catalog of MariaDB: what it would make each table, view and sequence anew with, line by line, and its triggers. */
final class MariadbCatalog {

    /** What is made: a column, a key or a constraint with its name, which may stand behind other words. */
    private static final Pattern NAMED = Pattern.compile("^ *([A-Z ]*)`((?:[^`]|``)*)`");

    private static final Pattern NEXT_OPTION = Pattern.compile(" (?:DEFAULT )?(?=[A-Z_]+=)");

    /** A character set before a collation, whose name begins with it. */
    private static final Pattern CHARACTER_SET = Pattern.compile(" DEFAULT CHARSET=(\\w+)(?= COLLATE=\\1)");

    private static final Pattern NEXT_NUMBER = Pattern.compile(" AUTO_INCREMENT=\\d+");

    private MariadbCatalog() {}

    static List<CatalogEntry> read(Connection connection) throws SQLException {
        List<CatalogEntry> entries = new ArrayList<>();
        String schema = connection.getCatalog();
        Map<String, String> kinds = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT table_name, table_type FROM information_schema.tables WHERE table_schema = database()"
                                + " AND table_name NOT LIKE 'retort\\_%'")) {
            while (row.next()) {
                kinds.put(row.getString(1), row.getString(2));
            }
        }
        for (Map.Entry<String, String> found : kinds.entrySet()) {
            String name = found.getKey();
            switch (found.getValue()) {
                case "VIEW" -> {
                    String text = made(connection, "VIEW", name);
                    entries.add(new CatalogEntry(name, text.replace("`" + schema + "`.", "")));
                }
                case "SEQUENCE" -> entries.add(new CatalogEntry(name, made(connection, "SEQUENCE", name)));
                default -> addTable(entries, name, made(connection, "TABLE", name));
            }
        }
        addTriggers(entries, connection);
        return entries;
    }

    private static String made(Connection connection, String kind, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW CREATE " + kind + " `" + name.replace("`", "``") + "`")) {
            row.next();
            return row.getString(2);
        }
    }

    private static void addTable(List<CatalogEntry> entries, String table, String text) {
        for (String line : NEXT_NUMBER.matcher(text).replaceFirst("").split("\n", -1)) {
            String said = line.strip();
            Matcher named = NAMED.matcher(line);
            if (said.startsWith(") ")) {
                addOptions(entries, table, said.substring(2));
            } else if (named.find() && !named.group(1).startsWith("CREATE")) {
                String part = named.group(2).replace("``", "`");
                String object = named.group(1).isEmpty() ? table + "." + part : part;
                entries.add(new CatalogEntry(object, withoutComma(said)));
            } else {
                entries.add(new CatalogEntry(table, withoutComma(said)));
            }
        }
    }

    /** Whether a line says what a column, a key or a constraint is. */
    static boolean isPartOfTable(String line) {
        Matcher named = NAMED.matcher(line);
        return named.find() && !named.group(1).startsWith("CREATE");
    }

    private static void addOptions(List<CatalogEntry> entries, String table, String options) {
        for (String option : NEXT_OPTION.split(CHARACTER_SET.matcher(options).replaceFirst(""), -1)) {
            entries.add(new CatalogEntry(table + " " + option.replaceFirst("=.*", ""), option));
        }
    }

    private static String withoutComma(String line) {
        return line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
    }

    private static void addTriggers(List<CatalogEntry> entries, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT trigger_name, concat_ws(' ', 'trigger', action_timing, event_manipulation, 'of',"
                                + " event_object_table, action_orientation, action_statement)"
                                + " FROM information_schema.triggers WHERE trigger_schema = database()")) {
            while (row.next()) {
                entries.add(new CatalogEntry(row.getString(1), row.getString(2)));
            }
        }
    }
}
