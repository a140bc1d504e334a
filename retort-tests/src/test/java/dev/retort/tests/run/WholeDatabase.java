package dev.retort.tests.run;

import dev.retort.tests.server.MariadbDump;
import dev.retort.tests.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All that a database holds but Retort's metadata tables, with what inspection leaves out: routines, policies, comments, rows. */
final class WholeDatabase {

    private WholeDatabase() {}

    static List<String> of(TestDatabase database) throws SQLException {
        return database.ask(connection -> switch (database.kind()) {
            case POSTGRESQL -> postgresql(connection);
            case SQLITE -> sqlite(connection);
            case MARIADB -> mariadb(database, connection);
            case MYSQL -> mysql(connection);
            case H2, H2_FILE -> script(connection, "SCRIPT NOPASSWORDS NOSETTINGS");
            case HSQLDB, HSQLDB_FILE -> script(connection, "SCRIPT");
        });
    }

    private static List<String> postgresql(Connection connection) throws SQLException {
        List<String> all = DatabaseState.rows(connection, DumpFile.read("postgresql-catalog.sql"));
        String tables = "SELECT oid::regclass FROM pg_class WHERE relkind IN ('r', 'm') AND oid >= 16384"
                + " AND relname NOT LIKE 'retort\\_%' ORDER BY oid::regclass::text";
        for (String table : DatabaseState.rows(connection, tables)) {
            all.addAll(rows(connection, table, "SELECT t::text FROM ONLY " + table + " t ORDER BY 1"));
        }
        return all;
    }

    private static List<String> sqlite(Connection connection) throws SQLException {
        String own = " NOT GLOB '*retort_*'";
        List<String> all = DatabaseState.rows(
                connection,
                "SELECT type, name, trim(sql, char(10)) FROM sqlite_schema WHERE name" + own + " ORDER BY name");
        for (String table : DatabaseState.rows(
                connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name" + own + " ORDER BY name")) {
            all.addAll(rows(connection, table, "SELECT * FROM \"" + table + "\" ORDER BY 1"));
        }
        return all;
    }

    private static List<String> rows(Connection connection, String table, String sql) throws SQLException {
        return DatabaseState.rows(connection, sql).stream()
                .map(row -> table + ": " + row)
                .filter(row -> !row.contains("retort_history"))
                .toList();
    }

    /** What makes the database anew, but for what differs between databases of the same content. */
    private static List<String> script(Connection connection, String command) throws SQLException {
        return DatabaseState.rows(connection, command).stream()
                .filter(line -> !line.toLowerCase(Locale.ROOT).contains("retort_")
                        && !line.contains("UNIQUE NAME")
                        && !line.contains("SYSTEM_LOBS"))
                .toList();
    }

    private static List<String> mariadb(TestDatabase database, Connection connection) throws SQLException {
        List<String> options = new ArrayList<>(List.of("--hex-blob", "--routines", "--events", "--skip-comments"));
        String name = database.jdbcUrl().substring(database.jdbcUrl().lastIndexOf('/') + 1);
        for (String table : DatabaseState.rows(connection, "SHOW TABLES LIKE 'retort\\_%'")) {
            options.add("--ignore-table=" + name + "." + table);
        }
        return MariadbDump.of(database, options).lines().toList();
    }

    private static List<String> mysql(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>();
        String own = " WHERE table_schema = DATABASE() AND table_name NOT LIKE 'retort\\_%' ORDER BY table_name";
        for (String table : DatabaseState.rows(connection, "SELECT table_name FROM information_schema.tables" + own)) {
            all.addAll(DatabaseState.rows(connection, "SHOW CREATE TABLE `" + table + "`"));
            all.addAll(rows(connection, table, "SELECT * FROM `" + table + "`"));
        }
        all.addAll(DatabaseState.rows(
                connection,
                "SELECT routine_type, routine_name, dtd_identifier, routine_definition, is_deterministic, sql_mode"
                        + " FROM information_schema.routines WHERE routine_schema = DATABASE() ORDER BY routine_name"));
        all.addAll(DatabaseState.rows(
                connection,
                "SELECT trigger_name, event_manipulation, event_object_table, action_statement, action_timing, sql_mode"
                        + " FROM information_schema.triggers WHERE trigger_schema = DATABASE() ORDER BY trigger_name"));
        return all;
    }
}
