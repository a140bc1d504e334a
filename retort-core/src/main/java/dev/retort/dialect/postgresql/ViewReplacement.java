package dev.retort.dialect.postgresql;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.Offline;
import dev.retort.dialect.StatementsAsked;
import dev.retort.dialect.Transactions;
import dev.retort.operation.ReplaceObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a view. PostgreSQL itself does that only if all columns stay and new ones follow them
 * (https://www.postgresql.org/docs/current/sql-createview.html), and never for a materialized view. Where it does not, the view is dropped
 * and created with its owner, privileges, comments, triggers, rules and indexes, and so are the views that depend on it. Nothing else that
 * depends on it is dropped: the server refuses that.
 *
 * @param view the name of the view, as statements write it
 * @param query the new query, without semicolon
 * @param replace the statement that replaces the view at once; null for a materialized view
 * @param drop the statement that drops the view
 * @param create the statement that creates it
 */
record ViewReplacement(
        ReplaceObject operation,
        String view,
        String query,
        @Nullable SqlStatement replace,
        SqlStatement drop,
        SqlStatement create)
        implements StatementsAsked {

    /** "cannot drop columns from view", "cannot change name of view column", and others of its kind. */
    private static final String INVALID_TABLE_DEFINITION = "42P16";

    /** The views that depend on a view, each after those that it depends on. */
    private static final String DEPENDANTS = """
            WITH RECURSIVE dependant (oid, path) AS (
                SELECT oid, ARRAY[oid] FROM pg_class WHERE oid = ?::oid
                UNION ALL
                SELECT v.oid, path || v.oid
                FROM dependant
                JOIN LATERAL (
                    SELECT DISTINCT r.ev_class AS oid
                    FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid
                    WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = dependant.oid AND d.classid = 'pg_rewrite'::regclass
                ) v ON v.oid <> ALL (path)
                JOIN pg_class c ON c.oid = v.oid AND c.relkind IN ('v', 'm')
            )
            SELECT v.oid, concat(CASE v.relkind WHEN 'm' THEN 'MATERIALIZED ' END, 'VIEW ', v.oid::regclass) AS view,
                concat(' WITH (' || array_to_string(v.reloptions, ', ') || ')', ' AS', chr(10), rtrim(pg_get_viewdef(v.oid), ';'),
                    CASE WHEN v.relkind = 'm' AND NOT v.relispopulated THEN ' WITH NO DATA' END) AS definition
            FROM dependant JOIN pg_class v ON v.oid = dependant.oid AND cardinality(dependant.path) > 1
            GROUP BY v.oid ORDER BY max(cardinality(dependant.path)), v.oid""";

    /** The statements that give a new view what the old one has, with the column that a statement is about. */
    private static final String BELONGINGS = """
            WITH it AS (
                SELECT c.*, concat(CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' END, 'VIEW ', c.oid::regclass) AS called
                FROM pg_class c WHERE c.oid = ?::oid
            )
            SELECT NULL AS attname, format('ALTER %s OWNER TO %I', called, pg_get_userbyid(relowner)) AS sql, 1 AS place
            FROM it WHERE pg_get_userbyid(relowner) <> current_user
            UNION ALL
            SELECT NULL, pg_get_indexdef(i.indexrelid), 2 FROM it JOIN pg_index i ON i.indrelid = it.oid
            UNION ALL
            SELECT a.attname, format('ALTER %s ALTER COLUMN %I SET DEFAULT %s', called, a.attname, pg_get_expr(d.adbin, d.adrelid)), 3
            FROM it JOIN pg_attrdef d ON d.adrelid = it.oid
            JOIN pg_attribute a ON a.attrelid = it.oid AND a.attnum = d.adnum
            UNION ALL
            SELECT NULL, pg_get_triggerdef(t.oid), 4 FROM it JOIN pg_trigger t ON t.tgrelid = it.oid AND NOT t.tgisinternal
            UNION ALL
            SELECT NULL, rtrim(pg_get_ruledef(r.oid), ';'), 5 FROM it JOIN pg_rewrite r ON r.ev_class = it.oid AND r.rulename <> '_RETURN'
            UNION ALL
            SELECT NULL,
            """ + CatalogGrants.of("''", "it.oid::regclass") + """
            , 6 FROM it, aclexplode(it.relacl) p WHERE p.grantee <> it.relowner
            UNION ALL
            SELECT a.attname,
            """
            + CatalogGrants.of("format(' (%I)', a.attname)", "it.oid::regclass") + """
            , 6 FROM it JOIN pg_attribute a ON a.attrelid = it.oid, aclexplode(a.attacl) p WHERE p.grantee <> it.relowner
            UNION ALL
            SELECT NULL, format('COMMENT ON %s IS %L', called, obj_description(it.oid, 'pg_class')), 7
            FROM it WHERE obj_description(it.oid, 'pg_class') IS NOT NULL
            UNION ALL
            SELECT a.attname, format('COMMENT ON COLUMN %s.%I IS %L', it.oid::regclass, a.attname, col_description(it.oid, a.attnum)), 7
            FROM it JOIN pg_attribute a ON a.attrelid = it.oid AND col_description(it.oid, a.attnum) IS NOT NULL
            ORDER BY place, sql""";

    /** A view that depends on the replaced one. */
    private record Dependant(String oid, String view, String definition) {}

    @Override
    public List<SqlStatement> of(Connection connection) throws SQLException {
        String oid = oid(connection);
        List<SqlStatement> options = options(connection);
        List<SqlStatement> statements = new ArrayList<>();
        if (replace != null && (oid == null || connection.getAutoCommit() || replacesAtOnce(connection, replace))) {
            statements.add(replace);
            statements.addAll(options);
            return statements;
        }
        if (oid == null || connection.getAutoCommit()) {
            throw new SQLException(
                    oid == null
                            ? "There is no view " + view + "."
                            : "It takes several statements, which belong into one transaction.");
        }
        List<Dependant> dependants = new ArrayList<>();
        CatalogQuery.of(DEPENDANTS, oid)
                .forEach(
                        connection,
                        row -> dependants.add(new Dependant(row.getString(1), row.getString(2), row.getString(3))));
        dependants.forEach(dependant -> statements.add(0, ddl("DROP " + dependant.view())));
        statements.add(drop);
        statements.add(create);
        statements.addAll(options);
        addBelongings(connection, oid, columns(connection), statements);
        for (Dependant dependant : dependants) {
            statements.add(ddl("CREATE " + dependant.view() + dependant.definition()));
            addBelongings(connection, dependant.oid(), null, statements);
        }
        return statements;
    }

    private @Nullable String oid(Connection connection) throws SQLException {
        return CatalogQuery.of("SELECT oid FROM pg_class WHERE oid = to_regclass(?)", view).texts(connection).stream()
                .findFirst()
                .orElse(null);
    }

    /** To replace a view resets its options, such as {@code security_barrier}. */
    private List<SqlStatement> options(Connection connection) throws SQLException {
        return CatalogQuery.of(
                        "SELECT format('ALTER %s %s SET (%s)', CASE relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END, oid::regclass,"
                                + " array_to_string(reloptions, ', ')) FROM pg_class"
                                + " WHERE oid = to_regclass(?) AND reloptions IS NOT NULL",
                        view)
                .texts(connection)
                .stream()
                .map(this::ddl)
                .toList();
    }

    /**
     * Whether the server replaces the view. The catalog cannot tell that before: it has the types and collations of the columns of a view,
     * but not of a query that is none yet. After this, the view may be replaced already, which does not matter.
     */
    private boolean replacesAtOnce(Connection connection, SqlStatement statement) throws SQLException {
        Optional<SQLException> refusal = Transactions.WITH_DDL.refusal(connection, List.of(statement.sql()));
        return refusal.filter(said -> INVALID_TABLE_DEFINITION.equals(said.getSQLState()))
                .isEmpty();
    }

    /** The names of the columns that the view will have. */
    private Set<String> columns(Connection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement plain = connection.createStatement()) {
            plain.setEscapeProcessing(false);
            try (ResultSet none = plain.executeQuery("SELECT * FROM (" + query + "\n) q LIMIT 0")) {
                ResultSetMetaData columns = none.getMetaData();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    names.add(columns.getColumnLabel(i));
                }
            }
        }
        return names;
    }

    /**
     * Adds the statements that give a view what the old one has.
     *
     * @param columns the columns that the view has afterwards; null if they are the same
     */
    private void addBelongings(
            Connection connection, String oid, @Nullable Set<String> columns, List<SqlStatement> statements)
            throws SQLException {
        CatalogQuery.of(BELONGINGS, oid).forEach(connection, row -> {
            String column = row.getString(1);
            if (column == null || columns == null || columns.contains(column)) {
                statements.add(ddl(row.getString(2)));
            }
        });
    }

    @Override
    public Offline offline() {
        return replace == null ? Offline.written(drop, create) : Offline.written(replace);
    }

    private SqlStatement ddl(String sql) {
        return SqlStatement.ddl(sql, operation);
    }
}
