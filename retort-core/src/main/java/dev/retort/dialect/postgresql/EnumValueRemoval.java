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
            SELECT format('REVOKE ALL ON TYPE %s FROM PUBLIC', t.oid::regtype) AS sql, 1 AS place
            FROM pg_type t WHERE t.oid = to_regtype(?) AND t.typacl IS NOT NULL
            UNION ALL
            SELECT format('ALTER TYPE %s OWNER TO %I', t.oid::regtype, pg_get_userbyid(typowner)), 2
            FROM pg_type t WHERE t.oid = to_regtype(?) AND pg_get_userbyid(typowner) <> current_user
            UNION ALL
            SELECT format('GRANT %s ON TYPE %s TO %s%s', p.privilege_type, t.oid::regtype,
                CASE p.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(p.grantee)) END,
                CASE WHEN p.is_grantable THEN ' WITH GRANT OPTION' END), 3
            FROM pg_type t, aclexplode(t.typacl) p WHERE t.oid = to_regtype(?) AND p.grantee <> t.typowner
            UNION ALL
            SELECT format('COMMENT ON TYPE %s IS %L', t.oid::regtype, obj_description(t.oid, 'pg_type')), 4
            FROM pg_type t WHERE t.oid = to_regtype(?) AND obj_description(t.oid, 'pg_type') IS NOT NULL
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
        List<String> schema = new ArrayList<>();
        CatalogQuery.of(SCHEMA, found).forEach(connection, row -> schema.add(row.getString(1)));
        QualifiedName whole = operation.type().inSchema(schema.get(0));
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
            addReplacement(connection, column, type, statements);
        }
        List<String> belongings = new ArrayList<>();
        CatalogQuery.of(BELONGINGS, type, type, type, type)
                .forEach(connection, row -> belongings.add(row.getString(1)));
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
        List<String> labels = new ArrayList<>();
        CatalogQuery.of(LABELS, type).forEach(connection, row -> labels.add(row.getString(1)));
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

    /** The label is compared as a text, since one that was added in the same transaction cannot be used. */
    private void addReplacement(Connection connection, Typed column, String type, List<SqlStatement> statements)
            throws SQLException {
        String value = literals.text(operation.value());
        String with = " WHERE "
                + (column.array()
                        ? value + " = ANY(" + column.name() + "::text[])"
                        : column.name() + "::text = " + value);
        if (operation.replacement() != null) {
            String other = literals.text(operation.replacement()) + "::" + type;
            statements.add(SqlStatement.data(
                    "UPDATE " + column.table() + " SET " + column.name() + " = "
                            + (column.array()
                                    ? "array_replace(" + column.name() + "::text[], " + value + ", "
                                            + literals.text(operation.replacement()) + ")::" + type + "[]"
                                    : other)
                            + with,
                    List.of(),
                    operation));
            return;
        }
        try (Statement count = connection.createStatement();
                ResultSet rows = count.executeQuery("SELECT count(*) FROM " + column.table() + with)) {
            if (rows.next() && rows.getLong(1) > 0) {
                throw new SQLException("Rows of " + column.table() + " have " + value + " in " + column.name() + " ("
                        + rows.getLong(1) + "): name the value that they get.");
            }
        }
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
