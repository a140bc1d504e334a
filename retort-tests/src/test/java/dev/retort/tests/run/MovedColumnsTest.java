package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.spi.MigrationListener;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Batches that move columns. */
class MovedColumnsTest {

    /** Changes of a table with the columns id, a and b, and its columns afterwards. */
    private static final Map<String, String> MOVES = moves();

    private static final String STATED =
            ".from(table(\"t\", column(\"id\", integer()).notNull(), column(\"a\", integer()),"
                    + " column(\"b\", varchar(9)), Constraints.primaryKey(\"id\")))";

    @TempDir
    private Path folder;

    private Revisions revisions = new Revisions(Path.of(""));

    @BeforeEach
    void findFolder() {
        revisions = new Revisions(folder);
    }

    private static Map<String, String> moves() {
        String newColumns =
                ".addColumn(column(\"c\", integer())).addColumn(column(\"d\", integer()).notNull().defaultsTo(4))";
        Map<String, String> moves = new LinkedHashMap<>();
        moves.put(".moveColumnBefore(\"b\", \"id\")", "b, id, a");
        moves.put(".moveColumnAfter(\"id\", \"b\")", "a, b, id");
        moves.put(".moveColumnAfter(\"b\", \"B\")", "id, a, b");
        moves.put(newColumns, "id, a, b, c, d");
        moves.put(newColumns + ".moveColumnAfter(\"c\", \"id\").moveColumnAfter(\"d\", \"C\")", "id, c, d, a, b");
        moves.put(newColumns + ".moveColumnBefore(\"c\", \"id\").moveColumnBefore(\"d\", \"a\")", "c, id, d, a, b");
        moves.put(newColumns + ".moveColumnBefore(\"d\", \"a\").moveColumnBefore(\"c\", \"d\")", "id, c, d, a, b");
        moves.put(newColumns + ".moveColumnAfter(\"c\", \"id\").moveColumnAfter(\"c\", \"a\")", "id, a, c, b, d");
        moves.put(newColumns + ".moveColumnAfter(\"a\", \"b\").moveColumnAfter(\"c\", \"a\")", "id, b, a, c, d");
        moves.put(newColumns + ".moveColumnAfter(\"c\", \"d\")", "id, a, b, d, c");
        moves.put(newColumns + ".renameColumn(\"c\", \"z\").moveColumnAfter(\"z\", \"id\")", "id, z, a, b, d");
        moves.put(newColumns + ".renameColumn(\"a\", \"z\").moveColumnAfter(\"c\", \"z\")", "id, z, c, b, d");
        moves.put(".renameColumn(\"a\", \"z\")" + newColumns + ".moveColumnAfter(\"c\", \"z\")", "id, z, c, b, d");
        moves.put(".dropColumn(\"a\").moveColumnBefore(\"b\", \"id\")", "b, id");
        moves.put(".alterColumn(\"a\", c -> c.type(bigint())).moveColumnBefore(\"a\", \"id\")", "a, id, b");
        return moves;
    }

    @ForDatabases(has = Capability.MOVED_COLUMNS)
    void columnsMove(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            StringBuilder upgrade = new StringBuilder();
            int number = 0;
            for (String changes : MOVES.keySet()) {
                String table = "t" + number++;
                createTable(database, table);
                upgrade.append(batch(table, changes));
            }
            revisions.java("r1", "", upgrade.toString());

            retort(database).upgrade();

            number = 0;
            for (Map.Entry<String, String> move : MOVES.entrySet()) {
                String table = "t" + number++;
                assertThat(columns(database, table)).as(move.getKey()).isEqualTo(move.getValue());
                assertThat(DatabaseState.rows(database, "SELECT id, b FROM " + table + " ORDER BY id"))
                        .containsExactly("1 x", "7 y");
            }
        }
    }

    @ForDatabases(has = Capability.MOVED_COLUMNS)
    void aStatedTableTellsAScriptWhereAColumnBelongs(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            createTable(database, "t");
            revisions.java(
                    "r1",
                    "",
                    batch(
                            "t",
                            STATED + ".addColumn(column(\"c\", integer())).moveColumnBefore(\"c\", \"a\")"
                                    + ".moveColumnBefore(\"b\", \"c\")"));

            database.runScript(retort(database).upgradeSql("heads"));

            assertThat(columns(database, "t")).isEqualTo("id, b, c, a");
            assertThat(DatabaseState.rows(database, "SELECT id, b FROM t ORDER BY id"))
                    .containsExactly("1 x", "7 y");
        }
    }

    @ForDatabases(has = Capability.MOVED_COLUMNS)
    void aBatchThatMovesNewColumnsIsUndone(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            createTable(database, "t");
            String changes = "batch(\"t\", t -> t.addColumn(column(\"c\", integer())).moveColumnBefore(\"c\", \"a\"))";
            revisions.java("r1", "", "op." + changes + ";", "op.reverse(up -> up." + changes + ");");
            retort(database).upgrade();
            assertThat(columns(database, "t")).isEqualTo("id, c, a, b");

            retort(database).downgrade("base");

            assertThat(columns(database, "t")).isEqualTo("id, a, b");
        }
    }

    /** The other database that moves columns makes the table anew. */
    @ForDatabases(has = {Capability.MOVED_COLUMNS, Capability.ON_UPDATE})
    void aScriptNeedsNoTableForANewColumnAfterAnother(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            revisions.java("r1", "", batch("t", ".addColumn(column(\"c\", integer())).moveColumnAfter(\"c\", \"a\")"));

            assertThat(retort(database).upgradeSql("heads")).contains("ALTER TABLE t ADD COLUMN c int AFTER a;");
        }
    }

    @ForDatabases(has = {Capability.MOVED_COLUMNS, Capability.ON_UPDATE})
    void aColumnThatMovesKeepsAllThatItHas(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            database.execute("CREATE TABLE other (id bigint PRIMARY KEY)", """
                    CREATE TABLE t (
                        id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'it''s',
                        name varchar(20) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'x''y',
                        at timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
                        twice int GENERATED ALWAYS AS (length(name) * 2) VIRTUAL,
                        other bigint REFERENCES other (id),
                        kind enum('a', 'b') INVISIBLE DEFAULT 'b' CHECK (kind <> 'c'),
                        CONSTRAINT fk FOREIGN KEY (other) REFERENCES other (id),
                        INDEX ix (name(3)))""");
            List<String> before = lines(database);
            revisions.java("r1", "", batch("t", """
                    .moveColumnBefore("name", "id").moveColumnBefore("at", "id").moveColumnAfter("id", "kind")
                    .moveColumnBefore("twice", "name").moveColumnAfter("other", "twice").moveColumnAfter("kind", "at")
                    """));

            retort(database).upgrade();

            assertThat(columns(database, "t")).isEqualTo("twice, other, name, at, kind, id");
            assertThat(lines(database)).isEqualTo(before);
        }
    }

    @ForDatabases(has = Capability.MOVED_COLUMNS)
    void whatIsNotThereIsNamed(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            createTable(database, "t");
            revisions.java("r1", "", batch("t", ".moveColumnAfter(\"a\", \"zz\")"));

            assertThatThrownBy(retort(database)::upgrade).hasMessageContaining("There is no column zz in t");
            assertThat(columns(database, "t")).isEqualTo("id, a, b");
        }
    }

    private static String batch(String table, String changes) {
        return "op.batch(\"" + table + "\", t -> t" + changes + ");\n";
    }

    private static void createTable(TestDatabase database, String table) throws SQLException {
        database.execute(
                "CREATE TABLE " + table + " (id integer NOT NULL PRIMARY KEY, a integer, b varchar(9))",
                "INSERT INTO " + table + " VALUES (1, 10, 'x'), (7, 70, 'y')");
    }

    private static String columns(TestDatabase database, String table) throws SQLException {
        return String.join(
                ", ",
                DatabaseState.schema(database).table(QualifiedName.of(table)).orElseThrow().columns().stream()
                        .map(Column::name)
                        .toList());
    }

    /** The lines of the statement that makes a table, in whatever order. */
    private static List<String> lines(TestDatabase database) throws SQLException {
        return DatabaseState.rows(database, "SHOW CREATE TABLE t")
                .get(0)
                .lines()
                .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                .sorted()
                .toList();
    }

    private Retort retort(TestDatabase database) {
        return RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
    }
}
