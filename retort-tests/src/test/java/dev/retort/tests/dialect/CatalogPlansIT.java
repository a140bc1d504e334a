package dev.retort.tests.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.InspectionScope;
import dev.retort.schema.QualifiedName;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.Proxies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How databases answer the questions to their catalogs: without reading what was not asked for. */
class CatalogPlansIT {

    /** What the inner side of a nested loop must not be: all of a catalog that grows with the tables, row by row. */
    private static final Pattern WHOLE_CATALOG =
            Pattern.compile("Seq Scan on pg_(constraint|index|attribute|attrdef|depend|class|sequence|description)\\b");

    private static final int TABLES = 300;

    @Test
    void noNestedLoopReadsAWholeCatalogForEachRow() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            for (int i = 0; i < TABLES; i++) {
                bench.sql(
                        "CREATE TABLE t" + i
                                + " (id serial PRIMARY KEY, a integer UNIQUE, b integer DEFAULT 5 CHECK (b > 0),"
                                + " c text)",
                        "CREATE INDEX ix" + i + " ON t" + i + " (b)");
            }
            bench.sql("ANALYZE");

            List<String> plans = plans(bench, "EXPLAIN (ANALYZE, TIMING OFF) ", InspectionScope.DEFAULT_SCHEMA);

            assertThat(plans).hasSizeGreaterThan(5);
            assertThat(plans).allSatisfy(plan -> assertThat(repeated(plan)).isEmpty());
        }
    }

    static List<InspectionScope> scopes() {
        return List.of(
                InspectionScope.DEFAULT_SCHEMA,
                new InspectionScope(List.of("one", "other"), null),
                InspectionScope.ofTable(new QualifiedName("one", "t")),
                InspectionScope.ofTable(new QualifiedName(null, "t")));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void mariadbOpensTheTablesOfTheDatabasesThatAreAskedForAlone(InspectionScope scope) throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            assertThat(plans(bench, "EXPLAIN ", scope))
                    .hasSizeGreaterThan(5)
                    .filteredOn(plan -> plan.contains("Scanned"))
                    .hasSizeGreaterThan(5)
                    .allMatch(plan ->
                            plan.contains(scope.table() == null ? "Scanned 1 database" : "Scanned 0 databases"));
        }
    }

    /** The nodes that ran more often than once and read a whole catalog each time. */
    private static List<String> repeated(String plan) {
        return plan.lines()
                .filter(line -> WHOLE_CATALOG.matcher(line).find())
                .filter(line -> !line.contains("loops=1)") && !line.contains("never executed"))
                .toList();
    }

    /** The plan of each query that an inspection asks. */
    private static List<String> plans(Workbench bench, String explain, InspectionScope scope) throws SQLException {
        List<String> plans = new ArrayList<>();
        Connection explaining = Proxies.of(Connection.class, (method, arguments) -> {
            Object answer = Proxies.call(bench.connection(), method, arguments);
            return answer instanceof PreparedStatement real
                    ? explained(
                            bench.connection().prepareStatement(explaining(explain, (String) arguments[0])),
                            real,
                            plans)
                    : answer;
        });
        bench.dialect().inspector().inspect(explaining, scope);
        return plans;
    }

    /** Settings of one statement stand before it, and before EXPLAIN. */
    private static String explaining(String explain, String sql) {
        int statement = sql.startsWith("SET STATEMENT") ? sql.indexOf("SELECT") : 0;
        return sql.substring(0, statement) + explain + sql.substring(statement);
    }

    /** A statement that writes its plan down, with the same arguments, before it answers. */
    private static PreparedStatement explained(PreparedStatement explain, PreparedStatement real, List<String> plans) {
        return Proxies.of(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set")) {
                Proxies.call(explain, method, arguments);
            } else if (method.getName().equals("executeQuery")) {
                plans.add(text(explain));
            } else if (method.getName().equals("close")) {
                explain.close();
            }
            return Proxies.call(real, method, arguments);
        });
    }

    private static String text(PreparedStatement explain) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet row = explain.executeQuery()) {
            int last = row.getMetaData().getColumnCount();
            while (row.next()) {
                lines.add(row.getString(last));
            }
        }
        return String.join("\n", lines);
    }
}
