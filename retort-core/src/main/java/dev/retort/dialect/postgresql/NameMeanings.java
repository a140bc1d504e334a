package dev.retort.dialect.postgresql;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.Definition;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Index;
import dev.retort.schema.StandardType;
import dev.retort.schema.TableElement;
import dev.retort.schema.TypeKind;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What names and texts in a definition refer to in a session. The server stores a definition with its names resolved, and writes it so that
 * the names would be resolved in the same way. So the catalog's text always tells what is there; all that can change is how the text of a
 * desired definition would be resolved. That depends on the search path, on the user-defined functions, operators, casts, types, collations,
 * operator classes and text search configurations, and on settings such as {@code DateStyle}. An additional function with better matching
 * arguments, for instance, changes the meaning of {@code weight(size) > 0}.
 */
final class NameMeanings {

    /**
     * The words beside names of columns in a definition whose meaning nothing else decides: no names of users' objects, no row types, whose
     * columns may change, and no types of dates and times, whose constants may be words such as {@code today}.
     */
    private static final Set<String> PLAIN_WORDS = Set.of(
            "and",
            "or",
            "not",
            "is",
            "null",
            "true",
            "false",
            "case",
            "when",
            "then",
            "else",
            "end",
            "any",
            "all",
            "array",
            "like",
            "similar",
            "between",
            "in",
            "coalesce",
            "nullif",
            "text",
            "character",
            "varying",
            "char",
            "bpchar",
            "integer",
            "bigint",
            "smallint",
            "numeric",
            "double",
            "precision",
            "real",
            "boolean",
            "trim",
            "both",
            "leading",
            "trailing",
            "from",
            "for",
            "btrim",
            "ltrim",
            "rtrim",
            "lower",
            "upper",
            "length",
            "char_length",
            "character_length",
            "octet_length",
            "abs",
            "round",
            "mod",
            "substring",
            "substr",
            "replace",
            "concat");

    private static final Set<TypeKind> PLAIN_TYPES = EnumSet.of(
            TypeKind.BOOLEAN,
            TypeKind.SMALLINT,
            TypeKind.INTEGER,
            TypeKind.BIGINT,
            TypeKind.DECIMAL,
            TypeKind.REAL,
            TypeKind.DOUBLE,
            TypeKind.CHAR,
            TypeKind.VARCHAR,
            TypeKind.TEXT);

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
        Set<String> columns = found.columns().stream().map(Column::name).collect(Collectors.toSet());
        return found.columns().stream().allMatch(NameMeanings::isPlain)
                && (!(found.element() instanceof Column column) || isPlain(column))
                && texts(found.element()).allMatch(text -> isPlain(SqlTokens.of(text, SqlSyntax.COMMON), columns));
    }

    private static boolean isPlain(SqlTokens text, Set<String> columns) {
        return IntStream.range(0, text.size())
                .allMatch(at -> isPlain(text.get(at), columns) || isColumn(text, at, columns));
    }

    /** A column may have the name of a type or of a function. */
    private static boolean isColumn(SqlTokens text, int at, Set<String> columns) {
        SqlToken token = text.get(at);
        boolean type = at > 0 && text.get(at - 1).text().endsWith(":");
        boolean begins = at + 1 < text.size()
                && (text.get(at + 1).is("(") || text.get(at + 1).kind() == SqlToken.Kind.TEXT);
        return token.kind() == SqlToken.Kind.WORD && columns.contains(token.value()) && !type && !begins;
    }

    private static boolean isPlain(Column column) {
        return column.collation() == null
                && column.type() instanceof StandardType type
                && PLAIN_TYPES.contains(type.kind());
    }

    private static boolean isPlain(SqlToken token, Set<String> columns) {
        return switch (token.kind()) {
            case WORD -> PLAIN_WORDS.contains(token.value());
            case QUOTED_NAME -> columns.contains(token.value());
            case TEXT, NUMBER -> true;
            case SIGN -> !token.is(".");
            case EXECUTED_COMMENT, LINE_COMMENT, BLOCK_COMMENT, DELIMITER_COMMAND, DELIMITER, END -> false;
        };
    }

    private static Stream<String> texts(TableElement element) {
        if (element instanceof CheckConstraint check) {
            return Stream.of(check.expression());
        }
        if (element instanceof Index index) {
            return Stream.concat(index.parts().stream().map(Index.Part::text), Stream.ofNullable(index.where()));
        }
        return element instanceof Column column
                ? Stream.of(
                                column.defaultValue() instanceof DefaultValue.Expression value ? value.sql() : "",
                                column.generated() == null
                                        ? ""
                                        : column.generated().expression(),
                                column.onUpdate() == null ? "" : column.onUpdate())
                        .filter(text -> !text.isEmpty())
                : Stream.of("?", "an element of another kind");
    }
}
