package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches that give a table an option, or take it away. */
class ChangedOptionsTest extends RebuildProject {

    private static final String INTEGER_KEY = "a INTEGER PRIMARY KEY, b TEXT";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            (a INTEGER PRIMARY KEY, b TEXT)                                | option("strict", "")        | (a INTEGER PRIMARY KEY, b TEXT) STRICT
            (a INTEGER PRIMARY KEY, b TEXT) -- or not                      | option("without rowid", "") | (a INTEGER PRIMARY KEY, b TEXT) WITHOUT ROWID
            (a INTEGER PRIMARY KEY, b TEXT) without Rowid                  | option("strict", "")        | (a INTEGER PRIMARY KEY, b TEXT) without Rowid, STRICT
            (a INTEGER PRIMARY KEY, b TEXT) Strict                         | withoutOption("strict")     | (a INTEGER PRIMARY KEY, b TEXT)
            (a INTEGER PRIMARY KEY, b TEXT) STRICT /* so */ , WITHOUT ROWID | withoutOption("strict")    | (a INTEGER PRIMARY KEY, b TEXT) WITHOUT ROWID
            (a INTEGER PRIMARY KEY, b TEXT) STRICT , WITHOUT ROWID         | withoutOption("without rowid") | (a INTEGER PRIMARY KEY, b TEXT) STRICT
            (a INT PRIMARY KEY, b TEXT) WITHOUT ROWID                      | withoutOption("without rowid") | (a INT NOT NULL PRIMARY KEY, b TEXT)
            (a INT, b TEXT, PRIMARY KEY (a)) STRICT                        | withoutOption("strict")     | (a INT NOT NULL, b TEXT, PRIMARY KEY (a))
            (a INTEGER PRIMARY KEY, b VARCHAR(9))                          | alterColumn("b", c -> c.type(text())).option("strict", "") | (a INTEGER PRIMARY KEY, b text) STRICT
            (a INTEGER PRIMARY KEY, b ANY) STRICT                          | alterColumn("b", c -> c.type(text())).withoutOption("strict") | (a INTEGER PRIMARY KEY, b text)
            """)
    void theTableIsMadeAnewWithOtherOptions(String before, String change, String after) throws SQLException {
        createTable(before);
        revisions.java("r1", "", batch(change));

        retort(true).upgrade();

        assertThat(schema())
                .filteredOn(sql -> sql.startsWith("CREATE TABLE \"t\""))
                .containsExactly("CREATE TABLE \"t\" " + after);
        assertThat(schema()).contains("CREATE INDEX ix ON t (b)");
        assertThat(DatabaseState.rows(database, "SELECT a, b, typeof(b) FROM t ORDER BY a"))
                .containsExactly("1 x text", "7 y text");
        assertThat(DatabaseState.rows(database, "SELECT * FROM child")).containsExactly("7");
    }

    @Test
    void numbersOfRowsThatNoColumnHasAreKept() throws SQLException {
        createTable("(a INTEGER, b TEXT)");
        database.execute("DELETE FROM t WHERE a = 1");
        revisions.java("r1", "", batch("option(\"strict\", \"\")"));

        retort(false).upgrade();

        assertThat(DatabaseState.rows(database, "SELECT rowid, a FROM t")).containsExactly("2 7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            (a INTEGER PRIMARY KEY, b TEXT)                     | option("without rowid", "")
            (a INTEGER PRIMARY KEY, b TEXT)                     | option("strict", "").option("without rowid", "")
            (a INTEGER PRIMARY KEY, b TEXT) STRICT              | withoutOption("strict")
            (a INTEGER PRIMARY KEY, b TEXT) STRICT              | withoutOption("strict").option("without rowid", "").alterColumn("b", c -> c.from(text()).type(integer()))
            """)
    void aChangeOfOptionsIsUndone(String before, String change) throws SQLException {
        createTable(before);
        database.execute("UPDATE t SET b = '5'");
        String batch = batch(change);
        revisions.java(
                "r1",
                "",
                batch,
                "op.reverse(up -> " + batch.replace("op.", "up.").replace(";", "") + ");");
        List<String> schema = schema();
        retort(true).upgrade();
        assertThat(schema()).isNotEqualTo(schema);

        retort(true).downgrade("base");

        assertThat(schema().toString().replace("\"t\"", "t").replace("b text", "b TEXT"))
                .isEqualTo(schema.toString());
        assertThat(DatabaseState.rows(database, "SELECT a, b, typeof(b) FROM t ORDER BY a"))
                .containsExactly("1 5 text", "7 5 text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            (a INTEGER PRIMARY KEY, b TEXT) STRICT    | option("strict", "")           | The table t has the option strict already.
            (a INTEGER PRIMARY KEY, b TEXT)           | withoutOption("without rowid") | The table t has the option without rowid not.
            (a INTEGER, b TEXT)                       | option("without rowid", "")    | PRIMARY KEY missing
            (a INTEGER PRIMARY KEY, b VARCHAR(9))     | option("strict", "")           | unknown datatype for retort_new_t.b
            (a INTEGER PRIMARY KEY AUTOINCREMENT, b TEXT) | option("without rowid", "") | AUTOINCREMENT not allowed
            (a INTEGER PRIMARY KEY, b ANY) STRICT     | withoutOption("strict")        | would become numbers
            (a INTEGER PRIMARY KEY, b TEXT)           | option("engine", "x")          | not engine = x
            (a INTEGER PRIMARY KEY, b TEXT)           | option("strict", "yes")        | not strict = yes
            (a INTEGER PRIMARY KEY, b TEXT)           | recreateNever().option("strict", "") | never to recreate the table
            """)
    void whatCannotBeIsRefusedBeforeTheFirstStep(String table, String change, String said) throws SQLException {
        createTable(table);
        revisions.sql("r1", "", "CREATE TABLE other (a INT);").java("r2", "r1", batch(change));
        List<String> before = schema();

        assertThatThrownBy(retort(false)::upgrade).hasMessageContaining(said);

        assertThat(schema()).isEqualTo(before);
    }

    /** A blob in a column of texts, which STRICT forbids. */
    @Test
    void aRowThatDoesNotFitLeavesAllAsItWas() throws SQLException {
        createTable("(" + INTEGER_KEY + ")");
        database.execute("INSERT INTO t VALUES (9, x'00')");
        revisions.java("r1", "", batch("option(\"strict\", \"\")"));
        List<String> before = schema();

        assertThatThrownBy(retort(false)::upgrade).hasMessageContaining("cannot store BLOB value in TEXT column");

        assertThat(schema()).isEqualTo(before);
        assertThat(DatabaseState.rows(database, "SELECT a FROM t")).containsExactly("1", "7", "9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".option(\"without rowid\", \"\")"})
    void offlineTheTableIsStatedWithItsOptions(String stated) throws SQLException {
        createTable("(" + INTEGER_KEY + ")");
        String batch = """
                op.batch("t", t -> t
                        .from(table("t", column("a", integer()).notNull(), column("b", text()),
                                Constraints.primaryKey("a"), Constraints.index("ix", "b"))STATED)
                        .option("strict", ""))""".replace("STATED", stated);
        revisions.java("r1", "", batch + ";", "op.reverse(up -> " + batch.replace("op.", "up.") + ");");

        if (!stated.isEmpty()) {
            assertThatThrownBy(() -> database.runScript(retort(false).upgradeSql("heads")))
                    .hasMessageContaining("t has other options than stated");
            return;
        }
        database.runScript(retort(false).upgradeSql("heads"));
        assertThat(schema()).anyMatch(sql -> sql.endsWith(" STRICT"));
        database.runScript(retort(false).downgradeSql("heads:base"));
        assertThat(schema()).noneMatch(sql -> sql.endsWith(" STRICT"));
        assertThat(DatabaseState.rows(database, "SELECT a, b FROM t ORDER BY a"))
                .containsExactly("1 x", "7 y");
    }

    private void createTable(String text) throws SQLException {
        database.execute(
                "CREATE TABLE t " + text,
                "CREATE INDEX ix ON t (b)",
                "INSERT INTO t VALUES (1, 'x'), (7, 'y')",
                "CREATE TABLE child (t REFERENCES t ON DELETE CASCADE)",
                "INSERT INTO child VALUES (7)");
    }

    private static String batch(String changes) {
        return "op.batch(\"t\", t -> t." + changes + ");";
    }
}
