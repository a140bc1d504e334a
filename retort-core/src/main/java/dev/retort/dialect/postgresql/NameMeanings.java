package dev.retort.dialect.postgresql;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.Definition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What names and texts in a definition refer to in a session. The server stores a definition with its names resolved, and writes it so that
 * the names would be resolved in the same way. So the catalog's text always tells what is there; all that can change is how the text of a
 * desired definition would be resolved. That depends on the search path, on the user-defined functions, operators, casts, types, collations,
 * operator classes and text search configurations, and on settings such as {@code DateStyle}. An additional function with better matching
 * arguments, for instance, changes the meaning of {@code weight(size) > 0}.
 */
final class NameMeanings {

    /**
     * A constant that refers to a relation or another object by name. Relations change too often to be part of the circumstances:
     * https://www.postgresql.org/docs/current/datatype-oid.html
     */
    private static final Pattern NAME_AS_VALUE =
            Pattern.compile("::\"?reg(class|proc|procedure|oper|operator|type|role|namespace|dictionary|collation)\\b");

    /** The system's own objects have lower numbers: https://www.postgresql.org/docs/current/system-catalog-initial-data.html */
    private static final String MADE_BY_USERS = " WHERE o.oid >= 16384";

    private static final String SESSION = """
            SELECT pg_catalog.version(), pg_catalog.current_database(), current_user, pg_catalog.current_schemas(true)::text
            """;

    /** The settings that a session, a role or a database can set. */
    private static final String SETTINGS = """
            SELECT name, setting FROM pg_catalog.pg_settings
            WHERE context IN ('user', 'superuser') AND name <> 'application_name' AND name NOT LIKE 'transaction\\_%'
            ORDER BY name""";

    /** Each table has a type for its rows and one for arrays of them; they count only if a column has this type. */
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

    /** All of this as a text, which changes with any of it. */
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

    /** Whether nothing else decides what a definition in the catalog refers to. */
    static boolean decide(Definition found) {
        return !NAME_AS_VALUE.matcher(found.toString()).find();
    }
}
