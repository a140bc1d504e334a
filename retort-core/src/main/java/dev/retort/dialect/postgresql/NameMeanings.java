package dev.retort.dialect.postgresql;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.Definition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the names and texts in a definition stand for in a session. The server keeps a definition with all names found, and writes it at each
 * reading in such words that the same would be found by them. So the words of the catalog say what is there, and all that can change is what
 * is found by the words of a desired definition. That is decided by the schemas in which the session looks for names, by the functions,
 * operators, casts, types, collations, operator classes and configurations of text search that users have made, and by settings such as
 * {@code DateStyle}. One more function that fits better makes another condition of {@code weight(size) > 0}.
 */
final class NameMeanings {

    /**
     * A text that stands for a relation or the like, which come and go too often to be asked after:
     * https://www.postgresql.org/docs/current/datatype-oid.html Configurations of text search, which indexes name, are few.
     */
    private static final Pattern NAME_AS_VALUE =
            Pattern.compile("::\"?reg(class|proc|procedure|oper|operator|type|role|namespace|dictionary|collation)\\b");

    /** The server's own objects have lower numbers: https://www.postgresql.org/docs/current/system-catalog-initial-data.html */
    private static final String MADE_BY_USERS = " WHERE o.oid >= 16384";

    private static final String SESSION = """
            SELECT pg_catalog.version(), pg_catalog.current_database(), current_user, pg_catalog.current_schemas(true)::text
            """;

    /** Those that a session may change, as a database or a role may. */
    private static final String SETTINGS = """
            SELECT name, setting FROM pg_catalog.pg_settings
            WHERE context IN ('user', 'superuser') AND name <> 'application_name' AND name NOT LIKE 'transaction\\_%'
            ORDER BY name""";

    /** Every table brings a type for its rows and one for their arrays; they count when a column is of that type. */
    private static final String TYPES = " LEFT JOIN pg_catalog.pg_class c ON c.oid = o.typrelid" + MADE_BY_USERS + """
             AND o.typcategory <> 'A' AND (c.oid IS NULL OR c.relkind = 'c' OR EXISTS (SELECT FROM pg_catalog.pg_depend d
            WHERE d.refclassid = 'pg_catalog.pg_type'::regclass AND d.refobjid = o.oid AND d.deptype = 'n'))""";

    private static final String OBJECTS = String.join(
            " UNION ALL ",
            objects("pg_proc", MADE_BY_USERS),
            objects("pg_operator", MADE_BY_USERS),
            objects("pg_cast", MADE_BY_USERS),
            objects("pg_collation", MADE_BY_USERS),
            objects("pg_opclass", MADE_BY_USERS),
            objects("pg_ts_config", MADE_BY_USERS),
            objects("pg_namespace", MADE_BY_USERS + " AND o.nspname NOT LIKE 'pg\\_%'"),
            objects("pg_type", TYPES));

    private NameMeanings() {}

    private static String objects(String catalog, String condition) {
        return "SELECT '" + catalog
                + "', pg_catalog.string_agg(o.oid || ' ' || pg_catalog.hashtextextended(o::text, 0), ' ' ORDER BY o.oid)"
                + " FROM pg_catalog." + catalog + " o" + condition;
    }

    /** All of it, as a text that changes with any of it. */
    static String in(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>();
        CatalogQuery.of(SESSION).forEach(connection, row -> {
            for (int column = 1; column <= 4; column++) {
                all.add(row.getString(column));
            }
        });
        CatalogQuery.RowReader pair = row -> all.add(row.getString(1) + " " + row.getString(2));
        CatalogQuery.of(SETTINGS).forEach(connection, pair);
        CatalogQuery.of(OBJECTS).forEach(connection, pair);
        return String.join("\n", all);
    }

    /** Whether nothing else decides what a definition of the catalog stands for. */
    static boolean decide(Definition found) {
        return !NAME_AS_VALUE.matcher(found.toString()).find();
    }
}
