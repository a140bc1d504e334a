package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Constraints.primaryKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.Executable;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.CreateTable;
import dev.retort.schema.Column;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.testkit.CatalogEquality;
import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A table with rows and with what refers to it, changed at random, beside one that is created as it is to be. */
class RandomRebuildsIT {

    private static final int TABLES = 200;

    private static final Table PARENT =
            Table.of(RandomChanges.PARENT, List.of(column("id", integer()).notNull(), primaryKey("id")));

    private static final String VIEW = "CREATE VIEW v AS SELECT id FROM t";
    private static final String TRIGGER =
            "CREATE TRIGGER added AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.id); END";

    static LongStream seeds() {
        return LongStream.range(0, TABLES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aChangedTableIsTheOneThatIsCreatedSo(long seed) throws SQLException {
        RandomChanges changes = new RandomChanges(seed);
        try (Workbench changed = withParent();
                Workbench created = withParent()) {
            changed.run(new CreateTable(changes.before()));
            changed.run(rows(changes, firstNames(changes.before())));
            boolean keyed = changes.before().primaryKey() != null;
            changed.sql(
                    "CREATE TABLE log (id INTEGER)",
                    VIEW,
                    TRIGGER,
                    "CREATE TABLE k (t INTEGER " + (keyed ? "REFERENCES t ON DELETE CASCADE" : "") + ")",
                    "INSERT INTO k SELECT id FROM t");

            changed.dialect()
                    .ddl()
                    .join(changes.operations().stream()
                            .flatMap(operation -> changed.dialect().ddl().compile(operation).stream())
                            .toList())
                    .forEach(executable -> run(changed, executable));

            created.run(new CreateTable(changes.after()));
            created.run(rows(changes, changes.kept()));
            new CatalogEquality(DatabaseUnderTest.SQLITE.capabilities()).check(table(created), table(changed));
            assertThat(rows(changed)).isEqualTo(rows(created));
            assertThat(answers(changed, "SELECT sql FROM sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY 1"))
                    .containsExactly(TRIGGER, VIEW);
            assertThat(answers(changed, "SELECT id FROM v ORDER BY id"))
                    .isEqualTo(answers(changed, "SELECT t FROM k ORDER BY t"))
                    .hasSize(RandomChanges.ROWS - 1);
            assertThat(answers(changed, "SELECT id FROM log")).isEmpty();
        }
    }

    private static Workbench withParent() throws SQLException {
        Workbench bench = Workbench.on(DatabaseUnderTest.SQLITE);
        bench.sql("PRAGMA foreign_keys = ON");
        bench.run(new CreateTable(PARENT));
        bench.sql(
                "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 100) INSERT INTO p SELECT i FROM n");
        return bench;
    }

    private static void run(Workbench bench, Executable executable) {
        try {
            bench.run(executable);
        } catch (SQLException refused) {
            throw new AssertionError(executable.operation() + ": " + refused.getMessage(), refused);
        }
    }

    private static Map<String, String> firstNames(Table table) {
        return table.columns().stream()
                .map(Column::name)
                .filter(name -> !name.equals("id"))
                .collect(Collectors.toMap(name -> name, name -> name));
    }

    /** The rows, without the third one, so that the numbers have a gap. */
    private static BulkInsert rows(RandomChanges changes, Map<String, String> names) {
        List<String> columns = new ArrayList<>(names.keySet());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int row = 1; row <= RandomChanges.ROWS; row++) {
            if (row != 3) {
                List<@Nullable Object> values = new ArrayList<>(List.of(row, row));
                for (String column : columns) {
                    Column first = changes.before()
                            .column(String.valueOf(names.get(column)))
                            .orElseThrow();
                    values.add(RandomChanges.value(first, row));
                }
                rows.add(values);
            }
        }
        List<String> all = new ArrayList<>(List.of("rowid", "id"));
        all.addAll(columns);
        return new BulkInsert(RandomChanges.TABLE, all, rows);
    }

    private static SchemaSnapshot table(Workbench bench) throws SQLException {
        return SchemaSnapshot.of(bench.inspect().table(RandomChanges.TABLE).orElseThrow());
    }

    /** The rows with their numbers, and the values with their types. */
    private static List<String> rows(Workbench bench) throws SQLException {
        String columns = table(bench).tables().get(0).columns().stream()
                .map(Column::name)
                .sorted()
                .map(name -> "typeof(" + name + ") || ' ' || quote(" + name + ")")
                .collect(Collectors.joining(" || ', ' || "));
        return answers(bench, "SELECT rowid || ': ' || " + columns + " FROM t ORDER BY rowid");
    }

    private static List<String> answers(Workbench bench, String query) throws SQLException {
        try (Statement statement = bench.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> answers = new ArrayList<>();
            while (row.next()) {
                answers.add(row.getString(1));
            }
            return answers;
        }
    }
}
