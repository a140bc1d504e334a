package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches, on the database that makes tables anew. */
class TableBatchTest extends RebuildProject {

    private static final String STATED = """
            .from(table("t", column("id", integer()).notNull(), column("a", integer()), column("b", text()),
                    Constraints.primaryKey("id"), Constraints.index("ix", "a")))
            """;

    @BeforeEach
    void createTable() throws SQLException {
        database.execute(
                "CREATE TABLE t (id integer PRIMARY KEY, a integer, b text)",
                "CREATE INDEX ix ON t (a)",
                "INSERT INTO t VALUES (1, 10, 'x'), (7, 70, 'y')");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .moveColumnBefore("b", "id")                                                     | b, id, a
            .moveColumnAfter("id", "b")                                                      | a, b, id
            .moveColumnAfter("b", "B")                                                       | id, a, b
            .addColumn(column("c", integer())).moveColumnAfter("c", "id")                    | id, c, a, b
            .addColumn(column("c", integer())).addColumn(column("d", integer())).moveColumnBefore("d", "a").moveColumnBefore("c", "d") | id, c, d, a, b
            .renameColumn("a", "z").moveColumnBefore("z", "id")                              | z, id, b
            .dropIndex("ix").dropColumn("a").moveColumnBefore("b", "id")                     | b, id
            """)
    void columnsMove(String changes, String columns) throws SQLException {
        revisions.java("r1", "", batch(changes));

        retort().upgrade();

        assertThat(DatabaseState.rows(database, "SELECT name FROM pragma_table_info('t')"))
                .isEqualTo(List.of(columns.split(", ", -1)));
        assertThat(DatabaseState.rows(database, "SELECT id, b FROM t ORDER BY id"))
                .containsExactly("1 x", "7 y");
    }

    @Test
    void aTableIsMadeAnewAlways() throws SQLException {
        revisions.java("r1", "", batch(".recreateAlways()"));

        assertThat(statementsOf("r1"))
                .filteredOn(sql -> sql.startsWith("CREATE TABLE"))
                .hasSize(1);
    }

    @Test
    void whoWatchesIsToldThatATableIsMadeAnew() throws SQLException {
        revisions
                .java("r1", "", batch(".addColumn(column(\"c\", integer()))"))
                .java("r2", "r1", batch(".recreateAlways()"));
        List<String> told = new ArrayList<>();
        Retort retort = RunSetup.upgrade(folder, database).retort(new MigrationListener() {
            @Override
            public void noticed(MigrationStep step, String text) {
                told.add(step.revision().id() + ": " + text);
            }

            @Override
            public void statementStarted(MigrationStep step, String statement) {
                told.add(statement.split(" ", 2)[0]);
            }
        });

        retort.upgrade();

        assertThat(told)
                .containsSubsequence(
                        "ALTER", "r2: The table t is made anew, with all its rows.", "CREATE", "INSERT", "DROP");
        assertThat(told).filteredOn(text -> text.contains("made anew")).hasSize(1);
    }

    @Test
    void aRebuildThatChangesNothingIsNotAnnounced() throws SQLException {
        revisions.java("r1", "", "op.alterColumn(\"t\", \"b\", c -> c.type(text()));");
        List<String> told = new ArrayList<>();

        RunSetup.upgrade(folder, database)
                .retort(new MigrationListener() {
                    @Override
                    public void noticed(MigrationStep step, String text) {
                        told.add(text);
                    }
                })
                .upgrade();

        assertThat(told).isEmpty();
    }

    @Test
    void allChangesOfABatchAreOneRebuild() throws SQLException {
        revisions.java("r1", "", batch("""
                .addColumn(column("c", integer()))
                .alterColumn("a", c -> c.type(text()))
                .createIndex("ix_c", "c")
                .addConstraint(Constraints.unique("uq", "b"))
                """));

        assertThat(statementsOf("r1"))
                .filteredOn(sql -> sql.startsWith("CREATE TABLE") || sql.startsWith("ALTER TABLE"))
                .hasSize(2);
    }

    @Test
    void columnsAreDroppedAndRenamedInPlaceBetweenRebuilds() throws SQLException {
        revisions.java("r1", "", batch("""
                .addConstraint(Constraints.unique("uq", "b"))
                .dropIndex("ix")
                .dropColumn("a")
                .renameColumn("b", "c")
                .addConstraint(Constraints.check("ck", "length(c) < 9"))
                .alterColumn("c", c -> c.defaultsTo("z"))
                """));
        database.execute("CREATE VIEW v AS SELECT b FROM t");

        retort().upgrade();

        assertThat(schema())
                .anyMatch(sql -> sql.contains("UNIQUE (c)") && sql.contains("CHECK (length(c) < 9)"))
                .anyMatch(sql -> sql.contains("SELECT c FROM t"));
        assertThat(DatabaseState.rows(database, "SELECT * FROM t ORDER BY id")).containsExactly("1 x", "7 y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".recreateNever().alterColumn(\"a\", c -> c.type(text()))",
                ".recreateNever().addConstraint(Constraints.unique(\"uq\", \"b\"))",
                ".recreateNever().moveColumnAfter(\"id\", \"b\")"
            })
    void whatNeedsANewTableIsRefusedBeforeTheFirstStepWhereThereMustBeNone(String changes) throws SQLException {
        revisions.sql("r1", "", "CREATE TABLE other (a INT);").java("r2", "r1", batch(changes));

        assertThatThrownBy(retort()::upgrade)
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("never to recreate the table");

        assertThat(schema()).noneMatch(sql -> sql.contains("other"));
    }

    @Test
    void aBatchIsUndone() throws SQLException {
        String changes = batch("""
                .addColumn(column("c", integer()))
                .alterColumn("a", c -> c.from(integer()).type(text()))
                """);
        revisions.java(
                "r1",
                "",
                changes,
                "op.reverse(up -> " + changes.replace("op.", "up.").replace(";", "") + ");");
        List<String> before = schema();
        retort().upgrade();

        retort().downgrade("base");

        assertThat(schema().toString().replace("\"t\"", "t")).isEqualTo(before.toString());
    }

    @Test
    void aStatedTableIsMadeAnewByAScript() throws SQLException {
        revisions.java(
                "r1",
                "",
                batch(STATED
                        + ".alterColumn(\"a\", c -> c.type(text())).addConstraint(Constraints.unique(\"uq\", \"b\"))"));

        String script = retort().upgradeSql("heads");
        database.runScript(script);

        assertThat(script).containsOnlyOnce("-- The table t is made anew, with all its rows.\n");
        assertThat(DatabaseState.rows(database, "SELECT id, typeof(a), b FROM t ORDER BY id"))
                .containsExactly("1 text x", "7 text y");
        assertThat(schema())
                .anyMatch(sql -> sql.contains("CONSTRAINT uq UNIQUE (b)"))
                .anyMatch(sql -> sql.contains("INDEX ix ON t (a)"));
        assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
    }

    @Test
    void theReverseOfABatchThatStatesItsTableIsWrittenToo() throws SQLException {
        String changes = batch(STATED + """
                .alterColumn("a", c -> c.from(integer()).type(text()))
                .addColumn(column("d", integer()))
                .addConstraint(Constraints.unique("uq", "b"))
                """);
        revisions.java(
                "r1",
                "",
                changes,
                "op.reverse(up -> " + changes.replace("op.", "up.").replace(";", "") + ");");
        database.runScript(retort().upgradeSql("heads"));
        assertThat(schema()).anyMatch(sql -> sql.contains("CONSTRAINT uq UNIQUE (b)"));

        database.runScript(retort().downgradeSql("heads:base"));

        assertThat(schema().toString().replace("\"t\"", "t"))
                .contains("INDEX ix ON t (a)")
                .doesNotContain("uq", " d ");
        assertThat(DatabaseState.rows(database, "SELECT id, typeof(a), b FROM t ORDER BY id"))
                .containsExactly("1 integer x", "7 integer y");
    }

    /** What is not stated would be lost. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER TABLE t ADD COLUMN c                                          | t has other columns than stated
            DROP TABLE t; CREATE TABLE t (id integer PRIMARY KEY AUTOINCREMENT, a integer, b text) | t has a counter that is not stated, or none
            DROP TABLE t; CREATE TABLE t (id integer PRIMARY KEY/**/AUTOINCREMENT/**/, a integer, b text) | t has a counter that is not stated, or none
            DROP TABLE t; CREATE TABLE t (id integer PRIMARY KEY, a integer, b text) STRICT | t has other options than stated
            DROP TABLE t; CREATE TABLE t (id integer PRIMARY KEY, a integer, b text DEFAULT 'x') | t has other columns than stated
            DROP TABLE t; CREATE TABLE t (id integer PRIMARY KEY, a integer NOT NULL, b text) | t has other columns than stated
            DROP TABLE t; CREATE TABLE t (id integer PRIMARY KEY, a integer AS (id), b text) | t has other columns than stated
            DROP TABLE t; CREATE TABLE t (id integer NOT NULL, a integer, b text, PRIMARY KEY (id, a)) | than stated
            DROP TABLE t; CREATE TABLE t (id integer PRIMARY KEY, a integer UNIQUE, b text) | t has other unique constraints than stated
            DROP TABLE t; CREATE TABLE t (id integer PRIMARY KEY, a integer REFERENCES t, b text) | t has other foreign keys than stated
            CREATE INDEX more ON t (b)                                          | t has indexes or triggers that are not stated
            CREATE TRIGGER more AFTER INSERT ON t BEGIN SELECT 1; END           | t has indexes or triggers that are not stated
            """)
    void aScriptStopsWhereTheTableHasMoreThanStated(String more, String said) throws SQLException {
        revisions.java("r1", "", batch(STATED + ".alterColumn(\"a\", c -> c.type(text()))"));
        database.runScript(more);
        List<String> before = schema();

        assertThatThrownBy(() -> database.runScript(retort().upgradeSql("heads")))
                .hasMessageContaining(said);

        assertThat(schema()).isEqualTo(before);
    }

    @Test
    void aScriptChecksForeignKeysAboutOtherValues() throws SQLException {
        revisions.java("r1", "", batch(STATED + """
                .alterColumn("b", c -> c.type(integer()))
                .addConstraint(Constraints.foreignKey("f", "b").references("other", "id"))
                """));
        database.execute(
                "CREATE TABLE other (id INTEGER PRIMARY KEY)", "INSERT INTO other VALUES (5)", "UPDATE t SET b = '5'");

        database.runScript(retort().upgradeSql("heads"));

        assertThat(DatabaseState.rows(database, "SELECT typeof(b), b FROM t"))
                .containsExactly("integer 5", "integer 5");
        assertThat(DatabaseState.rows(database, "SELECT name FROM sqlite_temp_schema"))
                .isEmpty();
    }

    @Test
    void aScriptStopsWhereForeignKeysWouldBeBroken() throws SQLException {
        revisions.java("r1", "", batch(STATED + """
                .alterColumn("a", c -> c.type(text()))
                .addConstraint(Constraints.foreignKey("f", "id").references("other", "id"))
                """));
        database.execute("CREATE TABLE other (id INTEGER PRIMARY KEY)", "INSERT INTO other VALUES (1)");
        List<String> before = schema();

        assertThatThrownBy(() -> database.runScript(retort().upgradeSql("heads")))
                .hasMessageContaining("rows would refer to rows that do not exist");

        assertThat(schema()).isEqualTo(before);
    }

    @Test
    void whatIsDoneInPlaceAloneIsUndoneAsItCanBe() throws SQLException {
        String changes = ".recreateNever().dropColumn(column(\"b\", text()).notNull().defaultsToSql(\"1 + 2\"))";
        revisions.java(
                "r1",
                "",
                batch(changes),
                "op.reverse(up -> " + batch(changes).replace("op.", "up.").replace(";", "") + ");");
        retort().upgrade();

        assertThat(retort().downgrade("base").heads()).isEmpty();
    }

    @Test
    void aTableThatIsNotStatedIsNotMadeAnewByAScript() {
        revisions.java("r1", "", batch(".alterColumn(\"a\", c -> c.type(text()))"));

        assertThatThrownBy(() -> retort().upgradeSql("heads"))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("it rebuilds the table, whose definition only the database knows");
    }

    private static String batch(String changes) {
        return "op.batch(\"t\", t -> t" + changes + ");";
    }

    private Retort retort() {
        return RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
    }

    private List<String> statementsOf(String target) throws SQLException {
        List<String> sent = new ArrayList<>();
        RunSetup.upgrade(folder, database)
                .retort(new MigrationListener() {
                    @Override
                    public void statementStarted(MigrationStep step, String statement) {
                        sent.add(statement);
                    }
                })
                .upgrade(target);
        return sent;
    }
}
