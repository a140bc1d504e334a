package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.IrreversibleOperationException;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.migration.Naming;
import dev.retort.migration.RecordingContext;
import dev.retort.operation.DialectName;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.RunJava;
import dev.retort.schema.NameLimit;
import dev.retort.schema.NamingConvention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("jdk")
class LoadedScriptsTest {

    @TempDir
    Path base;

    private ScriptFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = new ScriptFolder(base);
    }

    @Test
    void recordsBothDirectionsOfAJavaRevision() throws IOException {
        folder.java("V1", "1", "op.execute(op.dialect() + op.environment() + op.arguments());");

        try (LoadedScripts scripts = folder.open().load(List.of("1"))) {
            RevisionScript script = scripts.script("1");
            assertThat(script.file().id()).isEqualTo("1");
            assertThat(script.upgrade(ScriptFolder.context("h2")).operations())
                    .containsExactly(sql("h2test{tenant=acme}"));
            assertThat(script.upgrade(ScriptFolder.context("sqlite")).operations())
                    .containsExactly(sql("sqlitetest{tenant=acme}"));
            assertThat(script.downgrade(ScriptFolder.context("h2")).operations())
                    .containsExactly(sql("back"));
            assertThatThrownBy(() -> scripts.script("2")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void compilesOnlyWhatIsAskedFor() throws IOException {
        folder.java("V1", "1", "op.execute(\"1\");");
        folder.java("V2", "2", "this is no Java;");

        assertThat(upgrade("1")).containsExactly(sql("1"));
        assertThat(base.resolve(".retort/.gitignore")).hasContent("*");
    }

    @Test
    void compilesHelpersBelowTheSourceRootToo() throws IOException {
        folder.java(
                "V1",
                "1",
                "op.execute(support.Words.FIRST + new Object() { String more() { return \"!\"; } }.more());");
        folder.file(
                "support/Words.java",
                "package support; public class Words { public static final String FIRST = \"one\"; }");

        assertThat(upgrade("1")).containsExactly(sql("one!"));
    }

    @Test
    void compilesAgainOnlyWhatChanged() throws IOException {
        folder.java("V1", "1", "op.execute(support.Words.first());");
        folder.java("V2", "2", "op.execute(\"two\");");
        folder.file(
                "support/Words.java",
                "package support; public class Words { public static String first() { return \"one\"; } }");

        assertThat(upgrade("1")).containsExactly(sql("one"));
        assertThat(batches()).isEqualTo(1);
        assertThat(upgrade("1")).containsExactly(sql("one"));
        assertThat(batches()).isEqualTo(1);
        assertThat(upgrade("1", "2")).containsExactly(sql("one"), sql("two"));
        assertThat(batches()).isEqualTo(2);

        folder.file(
                "support/Words.java",
                "package support; public class Words { public static String first() { return \"uno\"; } }");
        assertThat(upgrade("1", "2")).containsExactly(sql("uno"), sql("two"));
        assertThat(batches()).isEqualTo(3);

        folder.java("V2", "2", "op.execute(\"due\");");
        assertThat(upgrade("1", "2")).containsExactly(sql("uno"), sql("due"));
        assertThat(batches()).isEqualTo(4);
        assertThat(upgrade("1", "2")).containsExactly(sql("uno"), sql("due"));
        assertThat(batches()).isEqualTo(4);
    }

    @Test
    void worksWithoutACacheThatCanBeWritten() throws IOException {
        folder.java("V1", "1", "op.execute(\"1\");");
        folder.file(".retort", "a file, not a directory");

        assertThat(upgrade("1")).containsExactly(sql("1"));
    }

    @Test
    void recoversFromADamagedCache() throws IOException {
        folder.java("V1", "1", "op.execute(\"1\");");
        assertThat(upgrade("1")).hasSize(1);
        try (Stream<Path> tree = Files.walk(base.resolve(".retort/classes"))) {
            for (Path list : tree.filter(path -> path.endsWith("batch.list")).toList()) {
                Files.delete(list);
            }
        }

        assertThat(upgrade("1")).containsExactly(sql("1"));
    }

    @Test
    void showsTheCompilersErrorWithFileAndLine() throws IOException {
        folder.java("V1", "1", "int one = \"1\";");
        folder.java("V2", "2", "op.executeAll();");

        assertThatThrownBy(() -> folder.open().load(List.of("1", "2")))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.problem())
                            .contains("incompatible types")
                            .contains("migrations/versions/V2.java:10: cannot find symbol");
                    assertThat(e.position()).contains(new SourcePosition("migrations/versions/V1.java", 10));
                    assertThat(e.hint().orElseThrow()).contains("Nothing was run");
                });
        assertThat(batches()).isZero();
    }

    @Test
    void findsTheClassesOfTheApplication() throws IOException {
        Path library = folder.file(
                "lib/shop/Names.java",
                "package shop; public class Names { public static String users() { return \"users\"; } }");
        folder.compile(library, "classes");
        folder.java("V1", "1", "op.execute(shop.Names.users());");

        assertThatThrownBy(() -> upgrade("1")).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.problem()).contains("package shop does not exist");
            assertThat(e.hint().orElseThrow()).contains("'classpath'");
        });
        folder.classPath(base.resolve("classes"));
        assertThat(upgrade("1")).containsExactly(sql("users"));
    }

    @Test
    void prefersTheSourceToAStaleClass() throws IOException {
        Path source = folder.java("V1", "1", "op.execute(\"stale\");");
        folder.compile(source, "classes");
        folder.java("V1", "1", "op.execute(\"fresh\");");
        folder.classPath(base.resolve("classes"));

        assertThat(upgrade("1")).containsExactly(sql("fresh"));
    }

    @Test
    void keepsClassesLoadableUntilItIsClosed() throws Exception {
        folder.java("V1", "1", "op.run(connection -> Rows.insert(connection));");
        folder.file("migrations/versions/Rows.java", """
                package migrations.versions;
                class Rows {
                    static void insert(java.sql.Connection connection) throws java.sql.SQLException {
                        try (var statement = connection.createStatement()) {
                            statement.execute("CREATE TABLE a (b INT)");
                        }
                    }
                }
                """);

        try (LoadedScripts scripts = folder.open().load(List.of("1"));
                Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            Operation recorded = scripts.script("1")
                    .upgrade(ScriptFolder.context("h2"))
                    .operations()
                    .get(0);
            ((RunJava) recorded).step().run(connection);
            try (var tables = connection.getMetaData().getTables(null, "PUBLIC", "A", null)) {
                assertThat(tables.next()).isTrue();
            }
        }
    }

    @Test
    void reversesWhatAReversibleMigrationRecords() throws IOException {
        folder.file("migrations/versions/V1.java", """
                package migrations.versions;
                import dev.retort.migration.*;
                @Revision(id = "1")
                public final class V1 implements ReversibleMigration {
                    @Override public void change(Operations op) {
                        op.renameTable("a", "b");
                        if (op.dialect().equals("h2")) {
                            op.execute("x");
                        }
                    }
                }
                """);

        try (LoadedScripts scripts = folder.open().load(List.of("1"))) {
            RevisionScript script = scripts.script("1");
            assertThat(script.downgrade(ScriptFolder.context("sqlite")).operations())
                    .extracting(Operation::describe)
                    .singleElement()
                    .asString()
                    .contains("b");
            assertThat(script.upgrade(ScriptFolder.context("h2")).operations()).hasSize(2);
            assertThatThrownBy(() -> script.downgrade(ScriptFolder.context("h2")))
                    .isInstanceOfSatisfying(IrreversibleOperationException.class, e -> {
                        assertThat(e.subject()).contains("Revision '1'").contains("execute x");
                        assertThat(e.position().orElseThrow().file()).isEqualTo("migrations/versions/V1.java");
                    });
        }
    }

    @Test
    void namesTheLineAtWhichRecordingFails() throws IOException {
        folder.java("V1", "1", "Integer.parseInt(\"one\");");

        assertThatThrownBy(() -> upgrade("1")).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.problem())
                    .contains("Recording the upgrade of revision '1' failed")
                    .contains("\"one\"");
            assertThat(e.position()).contains(new SourcePosition("migrations/versions/V1.java", 10));
            assertThat(e).hasCauseInstanceOf(NumberFormatException.class);
        });
    }

    @Test
    void namesTheLineOfACheckThatNeedsAName() throws IOException {
        folder.java("V1", "1", "op.addConstraint(\"t\", dev.retort.schema.Constraints.unnamedCheck(\"a > 0\"));");
        Naming naming = new Naming(NamingConvention.of(Map.of("ck", "ck_%(constraint_name)s")), NameLimit.NONE);

        try (LoadedScripts scripts = folder.open().load(List.of("1"))) {
            RevisionScript script = scripts.script("1");
            assertThatThrownBy(() -> script.upgrade(new RecordingContext(new DialectName("h2"), "", Map.of(), naming)))
                    .isInstanceOfSatisfying(ScriptException.class, e -> {
                        assertThat(e.problem()).contains("has no name");
                        assertThat(e.position()).contains(new SourcePosition("migrations/versions/V1.java", 10));
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "public final class V1 {}, does not implement Migration",
        "public final class V1 { private V1() {} }, no public constructor",
        "public final class V1 { public V1(int i) {} }, no public constructor"
    })
    void refusesClassesThatAreNoMigrations(String declaration, String problem) throws IOException {
        folder.file(
                "migrations/versions/V1.java",
                "package migrations.versions;\n@dev.retort.migration.Revision(id = \"1\") " + declaration);

        assertThatThrownBy(() -> folder.open().load(List.of("1"))).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.problem()).contains(problem);
            assertThat(e.position()).contains(new SourcePosition("migrations/versions/V1.java", 2));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "public V1() { throw new IllegalStateException(\"no\"); }, IllegalStateException: no",
        "static int i = Integer.parseInt(\"x\");, cannot be used"
    })
    void refusesToRecordAClassThatCannotBeInstantiated(String declaration, String problem) throws IOException {
        folder.file(
                "migrations/versions/V1.java",
                "package migrations.versions;\nimport dev.retort.migration.*;\n@Revision(id = \"1\") public final class V1"
                        + " implements Migration { " + declaration
                        + " public void upgrade(Operations op) {} public void downgrade(Operations op) {} }");

        assertThatThrownBy(() -> upgrade("1")).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.problem()).contains(problem);
            assertThat(e.position()).contains(new SourcePosition("migrations/versions/V1.java", 3));
        });
    }

    @Test
    void aRevisionWithStateRecordsTheSameEachTime() throws IOException {
        folder.file("migrations/versions/V1.java", """
                package migrations.versions;
                import dev.retort.migration.*;
                @Revision(id = "1")
                public final class V1 implements Migration {
                    private int recordings;
                    public void upgrade(Operations op) { op.execute("SELECT " + ++recordings); }
                    public void downgrade(Operations op) {}
                }
                """);

        try (LoadedScripts scripts = folder.open().load(List.of("1"))) {
            RevisionScript script = scripts.script("1");
            assertThat(script.upgrade(ScriptFolder.context("h2")).operations()).containsExactly(sql("SELECT 1"));
            assertThat(script.upgrade(ScriptFolder.context("h2")).operations()).containsExactly(sql("SELECT 1"));
        }
    }

    @Test
    void knowsTheLineOfTheRevisionThatAskedForAnOperation() throws IOException {
        folder.file("migrations/versions/Helper.java", """
                package migrations.versions;
                class Helper {
                    static void vacuum(dev.retort.migration.Operations op) {
                        op.execute("VACUUM");
                    }
                }
                """);
        folder.file("migrations/versions/V1.java", """
                package migrations.versions;
                import dev.retort.migration.*;
                @Revision(id = "1")
                public class V1 implements Migration {
                    @Override public void upgrade(Operations op) {
                        op.execute("same");
                        op.execute("same");
                        op.outsideTransaction(outside -> {
                            Helper.vacuum(outside);
                        });
                    }
                    @Override public void downgrade(Operations op) {
                        op.reverse(forward -> {
                            forward.renameTable("a", "b");
                            forward.renameTable("c", "d");
                        });
                    }
                }
                """);
        folder.file("migrations/versions/V2.java", """
                package migrations.versions;
                import dev.retort.migration.*;
                @Revision(id = "2", revises = "1")
                public class V2 implements ReversibleMigration {
                    @Override public void change(Operations op) {
                        op.renameTable("a", "b");
                    }
                }
                """);

        try (LoadedScripts scripts = folder.open().load(List.of("1", "2"))) {
            RecordingContext context = ScriptFolder.context("h2");
            assertThat(lines(scripts.script("1").upgrade(context))).containsExactly(6, 7, 8, 9);
            assertThat(lines(scripts.script("1").downgrade(context))).containsExactly(15, 14);
            assertThat(lines(scripts.script("2").downgrade(context))).containsExactly(6);
        }
    }

    /** The lines of the operations, those of a block after its own. */
    private static List<Integer> lines(Recording recording) {
        return recording.operations().stream()
                .flatMap(operation -> operation instanceof OutsideTransaction block
                        ? Stream.concat(Stream.of(operation), block.operations().stream())
                        : Stream.of(operation))
                .map(operation ->
                        Objects.requireNonNull(recording.position(operation)).line())
                .toList();
    }

    @Test
    void recordsTheSectionOfTheDatabase() throws IOException {
        folder.file("migrations/versions/a.sql", """
                -- revision: 1
                -- upgrade
                SELECT 1;
                -- outside transaction
                VACUUM;
                ANALYZE;
                -- end
                SELECT 2;
                -- outside transaction
                VACUUM;
                -- end
                -- upgrade mysql
                # nothing; at all
                -- downgrade h2
                """);

        try (LoadedScripts scripts = folder.open().load(List.of("1"))) {
            RevisionScript script = scripts.script("1");
            Recording upgrade = script.upgrade(ScriptFolder.context("h2"));
            assertThat(upgrade.operations())
                    .containsExactly(
                            sql("SELECT 1"),
                            new OutsideTransaction(List.of(sql("VACUUM"), sql("ANALYZE"))),
                            sql("SELECT 2"),
                            new OutsideTransaction(List.of(sql("VACUUM"))));
            assertThat(lines(upgrade)).containsExactly(3, 5, 5, 6, 8, 10, 10);
            assertThat(script.upgrade(ScriptFolder.context("mysql")).operations())
                    .isEmpty();
            assertThat(script.downgrade(ScriptFolder.context("h2")).operations())
                    .isEmpty();
            assertThatThrownBy(() -> script.downgrade(ScriptFolder.context("mysql")))
                    .isInstanceOfSatisfying(IrreversibleOperationException.class, e -> {
                        assertThat(e.getMessage())
                                .contains("Revision '1' cannot be reversed")
                                .contains("for mysql");
                        assertThat(e.position()).contains(new SourcePosition("migrations/versions/a.sql", 1));
                    });
        }
    }

    @Test
    void refusesAnSqlRevisionThatHasNoUpgradeForTheDatabase() throws IOException {
        folder.file("migrations/versions/a.sql", "-- revision: 1\n-- upgrade mysql, duckdb\nSELECT 1;");

        assertThatThrownBy(() -> upgrade("1")).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.problem()).contains("no section '-- upgrade' for h2");
            assertThat(e.position()).contains(new SourcePosition("migrations/versions/a.sql", 1));
        });
    }

    @Test
    void refusesASectionThatNoDatabaseWouldRun() throws IOException {
        folder.file("migrations/versions/a.sql", "-- revision: 1\n-- upgrade\n-- upgrade H3\nSELECT 1;");

        assertThatThrownBy(() -> upgrade("1")).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.problem()).contains("no database 'h3'");
            assertThat(e.position()).contains(new SourcePosition("migrations/versions/a.sql", 3));
        });
    }

    @Test
    void refusesRevisionsThatAreNotThere() {
        assertThatThrownBy(() -> folder.open().load(List.of("1"))).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Operation> upgrade(String... ids) {
        try (LoadedScripts scripts = folder.open().load(List.of(ids))) {
            return Stream.of(ids)
                    .flatMap(id -> scripts.script(id).upgrade(ScriptFolder.context("h2")).operations().stream())
                    .toList();
        }
    }

    private long batches() throws IOException {
        try (Stream<Path> directories = Files.list(base.resolve(".retort/classes"))) {
            return directories.count();
        }
    }

    private static ExecuteSql sql(String text) {
        return new ExecuteSql(text, List.of());
    }
}
