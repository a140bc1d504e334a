package dev.retort.dialect.postgresql;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.dialect.Offline;
import dev.retort.dialect.SqlTypes;
import dev.retort.dialect.StatementsAsked;
import dev.retort.operation.RemoveEnumValue;
import dev.retort.schema.NamedEnum;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Removes a label of an enum type, which PostgreSQL itself cannot do (https://www.postgresql.org/docs/current/datatype-enum.html): the type
 * is made anew without it, and columns get the new type. What else uses the old type hinders that, and the server names it.
 */
record EnumValueRemoval(RemoveEnumValue operation, IdentifierRules names, SqlTypes types, Literals literals)
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
        List<String> labels = labels(CatalogQuery.of(LABELS, found).texts(connection));
        QualifiedName whole = operation
                .type()
                .inSchema(CatalogQuery.of(SCHEMA, found).texts(connection).get(0));
        String type = names.write(whole);
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
        if (operation.replacement() == null) {
            for (Typed column : own(columns)) {
                requireUnused(connection, column);
            }
        }
        List<SqlStatement> statements = new ArrayList<>(statements(whole, labels, columns));
        CatalogQuery.of(BELONGINGS, type).texts(connection).forEach(sql -> statements.add(ddl(sql)));
        return statements;
    }

    /** Those whose type is not changed with that of another table. */
    private static List<Typed> own(List<Typed> columns) {
        return columns.stream().filter(column -> !column.inherited()).toList();
    }

    /**
     * The statements that make the type anew.
     *
     * @param labels the labels that stay
     * @param columns the columns of the type
     */
    private List<SqlStatement> statements(QualifiedName whole, List<String> labels, List<Typed> columns) {
        String type = names.write(whole);
        QualifiedName old = whole.sibling("retort_old_" + Integer.toHexString(type.hashCode()));
        List<SqlStatement> statements = new ArrayList<>();
        if (operation.replacement() != null) {
            own(columns).forEach(column -> statements.add(replacing(column, type, operation.replacement())));
        }
        // Defaults are expressions of the old type.
        List<Typed> withDefault =
                columns.stream().filter(column -> column.defaultValue() != null).toList();
        withDefault.forEach(column -> statements.add(ddl(column.ofDefault("DROP DEFAULT"))));
        statements.add(ddl("ALTER TYPE " + type + " RENAME TO " + names.write(old.name())));
        statements.add(ddl("CREATE TYPE " + type + " AS ENUM ("
                + labels.stream().map(literals::text).collect(Collectors.joining(", ")) + ")"));
        own(columns).forEach(column -> statements.add(ddl(retyped(column, type))));
        withDefault.forEach(column -> statements.add(ddl(column.ofDefault("SET DEFAULT " + column.defaultValue()))));
        statements.add(ddl("DROP TYPE " + names.write(old)));
        return statements;
    }

    @Override
    public List<SqlStatement> checks(SchemaSnapshot schema) {
        return operation.replacement() != null
                ? List.of()
                : known(schema).stream()
                        .map(column -> SqlStatement.data(rowsOf(column), List.of(), operation))
                        .toList();
    }

    @Override
    public Optional<List<SqlStatement>> forKnown(SchemaSnapshot schema) {
        return schema.objects(NamedEnum.class).stream()
                .filter(type -> type.name().equals(operation.type()))
                .findFirst()
                .map(type -> statements(
                        type.name(),
                        type.values().stream()
                                .filter(label -> !label.equals(operation.value()))
                                .toList(),
                        known(schema)));
    }

    /** The columns of the type in a schema that is known. */
    private List<Typed> known(SchemaSnapshot schema) {
        String type = names.write(operation.type());
        return schema.tables().stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column -> types.render(column.type()).equals(type))
                        .map(column ->
                                new Typed(names.write(table.name()), names.write(column.name()), null, false, false)))
                .toList();
    }

    /** The labels that stay. */
    private List<String> labels(List<String> labels) throws SQLException {
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
                ResultSet rows = count.executeQuery(rowsOf(column))) {
            if (rows.next()) {
                throw new SQLException("Rows of " + column.table() + " have " + literals.text(operation.value())
                        + " in " + column.name() + " (" + rows.getLong(1) + "): name the value that they get.");
            }
        }
    }

    /** The query that counts the rows of a column with the label, if there are any. */
    private String rowsOf(Typed column) {
        return "SELECT count(*) FROM " + column.table() + havingIt(column) + " HAVING count(*) > 0";
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

    @Override
    public Offline offline() {
        return Offline.onlyOnline();
    }

    private SqlStatement ddl(String sql) {
        return SqlStatement.ddl(sql, operation);
    }
}
