package dev.retort.dialect.postgresql;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.Executable.StatementsAsked;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.operation.RemoveEnumValue;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Removes a label of an enum type, which PostgreSQL itself cannot do (https://www.postgresql.org/docs/current/datatype-enum.html): the type
 * is made anew without it, and columns get the new type. What else uses the old type hinders that, and the server names it.
 */
record EnumValueRemoval(RemoveEnumValue operation, IdentifierRules names, Literals literals)
        implements StatementsAsked {

    private static final String LABELS =
            "SELECT enumlabel FROM pg_enum WHERE enumtypid = to_regtype(?) ORDER BY enumsortorder";

    private static final String SCHEMA =
            "SELECT n.nspname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.oid = to_regtype(?)";

    /** The columns of the type or of its arrays; whether a partition or a child table inherits it. */
    private static final String COLUMNS = """
            SELECT c.oid::regclass, quote_ident(a.attname), pg_get_expr(d.adbin, d.adrelid), a.atttypid <> t.oid, a.attinhcount > 0
            FROM pg_type t
            JOIN pg_attribute a ON a.atttypid IN (t.oid, t.typarray) AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'f')
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.attgenerated = ''
            WHERE t.oid = to_regtype(?)
            ORDER BY c.oid, a.attnum""";

    /** The statements that give a new type what the old one has. */
    private static final String BELONGINGS = """
            WITH it AS (SELECT t.*, t.oid::regtype AS called FROM pg_type t WHERE t.oid = to_regtype(?))
            SELECT format('REVOKE ALL ON TYPE %s FROM PUBLIC', called) AS sql, 1 AS place FROM it WHERE typacl IS NOT NULL
            UNION ALL
            SELECT format('ALTER TYPE %s OWNER TO %I', called, pg_get_userbyid(typowner)), 2
            FROM it WHERE pg_get_userbyid(typowner) <> current_user
            UNION ALL
            SELECT
            """ + CatalogGrants.of("''", "'TYPE ', called") + """
            , 3 FROM it, aclexplode(typacl) p WHERE p.grantee <> typowner
            UNION ALL
            SELECT format('COMMENT ON TYPE %s IS %L', called, obj_description(oid, 'pg_type')), 4
            FROM it WHERE obj_description(oid, 'pg_type') IS NOT NULL
            ORDER BY place, sql""";

    /**
     * A column of the type.
     *
     * @param defaultValue its default; null for none
     * @param array whether its values are arrays
     * @param inherited whether a change of its type comes from a parent
     */
    private record Typed(
            String table, String name, @Nullable String defaultValue, boolean array, boolean inherited) {

        /** A statement on the table alone, for a default, which each table has for itself. */
        String ofDefault(String change) {
            return "ALTER TABLE ONLY " + table + " ALTER COLUMN " + name + " " + change;
        }
    }

    @Override
    public List<SqlStatement> of(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new SQLException("It takes several statements, which belong into one transaction.");
        }
        String found = names.write(operation.type());
        List<String> labels = labels(connection, found);
        String schema = CatalogQuery.of(SCHEMA, found).texts(connection).get(0);
        QualifiedName whole = operation.type().inSchema(schema);
        String type = names.write(whole);
        QualifiedName old = whole.sibling("retort_old_" + Integer.toHexString(type.hashCode()));
        List<Typed> columns = new ArrayList<>();
        CatalogQuery.of(COLUMNS, type)
                .forEach(
                        connection,
                        row -> columns.add(new Typed(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getBoolean(5))));
        List<SqlStatement> statements = new ArrayList<>();
        List<Typed> own = columns.stream().filter(column -> !column.inherited()).toList();
        for (Typed column : own) {
            if (operation.replacement() == null) {
                requireUnused(connection, column);
            } else {
                statements.add(replacing(column, type, operation.replacement()));
            }
        }
        List<String> belongings = CatalogQuery.of(BELONGINGS, type).texts(connection);
        // Defaults are expressions of the old type.
        List<Typed> withDefault =
                columns.stream().filter(column -> column.defaultValue() != null).toList();
        withDefault.forEach(column -> statements.add(ddl(column.ofDefault("DROP DEFAULT"))));
        statements.add(ddl("ALTER TYPE " + type + " RENAME TO " + names.write(old.name())));
        statements.add(ddl("CREATE TYPE " + type + " AS ENUM ("
                + labels.stream().map(literals::text).collect(Collectors.joining(", ")) + ")"));
        own.forEach(column -> statements.add(ddl(retyped(column, type))));
        withDefault.forEach(column -> statements.add(ddl(column.ofDefault("SET DEFAULT " + column.defaultValue()))));
        statements.add(ddl("DROP TYPE " + names.write(old)));
        belongings.forEach(sql -> statements.add(ddl(sql)));
        return statements;
    }

    /** The labels that stay. */
    private List<String> labels(Connection connection, String type) throws SQLException {
        List<String> labels = CatalogQuery.of(LABELS, type).texts(connection);
        if (!labels.remove(operation.value())) {
            throw new SQLException(
                    "There is no value '" + operation.value() + "' in an enum type " + operation.type() + ".");
        }
        if (operation.replacement() != null && !labels.contains(operation.replacement())) {
            throw new SQLException("There is no other value '" + operation.replacement() + "' in the enum type "
                    + operation.type() + ".");
        }
        return labels;
    }

    private void requireUnused(Connection connection, Typed column) throws SQLException {
        try (Statement count = connection.createStatement();
                ResultSet rows = count.executeQuery("SELECT count(*) FROM " + column.table() + havingIt(column))) {
            if (rows.next() && rows.getLong(1) > 0) {
                throw new SQLException("Rows of " + column.table() + " have " + literals.text(operation.value())
                        + " in " + column.name() + " (" + rows.getLong(1) + "): name the value that they get.");
            }
        }
    }

    private SqlStatement replacing(Typed column, String type, String replacement) {
        String value = column.array()
                ? "array_replace(" + column.name() + "::text[], " + literals.text(operation.value()) + ", "
                        + literals.text(replacement) + ")::" + type + "[]"
                : literals.text(replacement) + "::" + type;
        return SqlStatement.data(
                "UPDATE " + column.table() + " SET " + column.name() + " = " + value + havingIt(column),
                List.of(),
                operation);
    }

    /** The label is compared as a text, since one that was added in the same transaction cannot be used. */
    private String havingIt(Typed column) {
        String value = literals.text(operation.value());
        return " WHERE "
                + (column.array()
                        ? value + " = ANY(" + column.name() + "::text[])"
                        : column.name() + "::text = " + value);
    }

    private static String retyped(Typed column, String type) {
        String array = column.array() ? "[]" : "";
        return "ALTER TABLE " + column.table() + " ALTER COLUMN " + column.name() + " TYPE " + type + array + " USING "
                + column.name() + "::text" + array + "::" + type + array;
    }

    private SqlStatement ddl(String sql) {
        return SqlStatement.ddl(sql, operation);
    }
}
