package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.ScriptException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SQL in Java that would take what follows with it, and what no database runs, is refused before anything is sent or written. */
class MalformedSqlTest {

    private static final List<String> ALL = List.of("postgresql", "mysql", "mariadb", "sqlite", "h2", "hsqldb");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            postgresql | op.execute("SELECT 'a\\0b'")                                 | contains the character NUL, which no database takes.
            sqlite     | op.execute("SELECT 'a\\0b'")                                 | contains the character NUL, which no database takes.
            all        | op.execute("INSERT INTO t VALUES (?)", "a\\0b")              | A value of
            all        | op.bulkInsert("t", java.util.List.of(java.util.Map.of("a", "x\\0y"))) | contains the character NUL, which no database takes.
            all        | op.addColumn("t", column("a", text()).defaultsTo("a\\0b"))   | contains the character NUL, which no database takes.
            all        | op.execute("SELECT\\n  'a")                                  | opens a quote in line 2, column 3 of its text and does not close it.
            all        | op.execute("SELECT 1 /* one")                               | opens a comment in line 1, column 10 of its text and does not close it.
            postgresql | op.execute("DO $x$ BEGIN END $y$")                          | opens a quote in line 1, column 4 of its text and does not close it.
            all        | op.outsideTransaction(o -> o.execute("SELECT \\"a"))         | opens a quote in line 1, column 8 of its text and does not close it.
            all        | op.createView("v", "SELECT 'a")                             | 'create view v' opens a quote and does not close it.
            all        | op.createTable("t", column("a", text()), Constraints.check("ck", "a > 'x"))     | The expression 'a > 'x' opens a quote and does not close it.
            all        | op.createTable("t", column("a", text()), Constraints.check("ck", "a) OR (b"))   | The expression 'a) OR (b' closes a parenthesis that it does not open.
            all        | op.createTable("t", column("a", text()), Constraints.check("ck", "a > 1 -- x")) | The expression 'a > 1 -- x' ends in a comment, which needs a line break behind it.
            all        | op.createTable("t", column("a", integer()).defaultsToSql("(1 + "))              | The expression '(1 + ' opens a parenthesis and does not close it.
            all        | op.createTable("t", column("a", integer()).storedAs("b /* + 1"))                | The expression 'b /* + 1' opens a comment and does not close it.
            all        | op.createIndex("t", Constraints.index("ix", "a").where("a = 'x"))               | The expression 'a = 'x' opens a quote and does not close it.
            all        | op.dropColumn("t", (String) null)                           | The name of a column of t is missing.
            all        | op.dropTable("a\\0b")                                       | The name 'a\\0b' contains the character NUL, which no database takes.
            all        | op.createView("v", "CREATE VIEW v AS SELECT 1")             | The text of a view is its query, without CREATE VIEW.
            all        | op.batch("t", t -> t.addColumn(column("a", text()).defaultsToSql("'x")))        | The expression ''x' opens a quote and does not close it.
            """)
    void isRefusedWithItsLine(String dialects, String operation, String why) {
        new Revisions(folder).java("r1", "", operation + ";");

        for (String dialect : dialects.equals("all") ? ALL : List.of(dialects)) {
            assertThatThrownBy(() -> retort(dialect).upgradeSql("heads"))
                    .as(dialect)
                    .isInstanceOfSatisfying(ScriptException.class, refused -> {
                        assertThat(refused.problem()).contains(why);
                        assertThat(refused.position()).hasValueSatisfying(position -> {
                            assertThat(position.file()).endsWith("Vr1.java");
                            assertThat(position.line()).isEqualTo(14);
                        });
                    });
        }
    }

    @Test
    void quotesAndCommentsThatHideOthersAreWritten() {
        new Revisions(folder).java("r1", "", """
                op.createTable("t", column("a", text()), Constraints.check("ck", "a <> '(' -- )\\n AND a <> ')'"));
                op.createView("v", "SELECT a /* it's */ FROM t -- don't");
                op.execute("SELECT 'a''b -- /* ('");
                """);

        for (String dialect : ALL) {
            assertThat(retort(dialect).upgradeSql("heads")).as(dialect).contains("it's");
        }
    }

    private Retort retort(String dialect) {
        return Retort.configure()
                .settings(Settings.empty(folder)
                        .with(ConfigKey.DIALECT, dialect)
                        .with(ConfigKey.SCRIPT_LOCATION, folder.toString()))
                .load();
    }
}
