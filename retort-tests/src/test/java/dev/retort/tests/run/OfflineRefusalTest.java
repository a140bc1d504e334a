package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.RetortException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be written as SQL without a database is refused, with its line and with what to write instead. */
class OfflineRefusalTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            sqlite     | op.addConstraint("t", Constraints.unique("uq", "a"))            | it rebuilds the table     | State the definition, op.batch("t", changes -> changes.from(table("t", …)).…), or run online.
            sqlite     | op.batch("t", t -> t.alterColumn("a", c -> c.type(text())))     | it rebuilds the table     | State the definition, op.batch("t", changes -> changes.from(table("t", …)).…), or run online.
            sqlite     | op.renameIndex("t", "ix", "iy")                                 | it makes the index anew   | Write op.dropIndex("ix", "t") and op.createIndex("iy", "t", …), or run online.
            mariadb    | op.alterColumn("t", "a", c -> c.type(text()))                   | it restates the whole column | State the definition, op.alterColumn("t", "a", c -> c.from(column("a", …)).…), or run online.
            mysql      | op.alterColumn("t", "a", c -> c.notNull())                      | it restates the whole column | State the definition, op.alterColumn("t", "a", c -> c.from(column("a", …)).…), or run online.
            mariadb    | op.batch("t", t -> t.moveColumnAfter("a", "b"))                 | it restates the whole column | State the definition, op.batch("t", changes -> changes.from(table("t", …)).…), or run online.
            mysql      | op.batch("t", t -> t.addColumn(column("c", text())).moveColumnBefore("c", "a")) | it has AFTER and no BEFORE | Write moveColumnAfter("c", …), or state the definition, op.batch("t", changes -> changes.from(table("t", …)).…), or run online.
            mariadb    | op.execute("USE other")                                         | a script cannot return to the schema | Name the schema before each name, or run online.
            mysql      | op.execute("USE other")                                         | a script cannot return to the schema | Name the schema before each name, or run online.
            h2         | op.execute("SET SCHEMA other")                                  | a script cannot return to the schema | Name the schema before each name, or run online.
            hsqldb     | op.execute("SET SCHEMA other")                                  | a script cannot return to the schema | Name the schema before each name, or run online.
            postgresql | op.run(connection -> {})                                        | a data step in Java has no SQL | Write it in SQL, or run online. What a script does not need can be left out of it with if (!op.offline()).
            postgresql | op.ifPresent(o -> o.renameColumn("t", "a", "b"))                | only the catalog knows whether to run it, and Retort writes no IF EXISTS for it | Write it without a condition, or run online.
            sqlite     | op.ifMissing(o -> o.addColumn("t", column("b", text())))        | only the catalog knows whether to run it, and Retort writes no IF NOT EXISTS for it | Write it without a condition, or run online.
            """)
    void itsLineAndWhatToWriteInsteadAreSaid(String dialect, String operation, String why, String instead) {
        new Revisions(folder).java("r1", "", operation + ";", operation + ";");
        Retort retort = Retort.configure()
                .settings(Settings.empty(folder)
                        .with(ConfigKey.DIALECT, dialect)
                        .with(ConfigKey.SCRIPT_LOCATION, folder.toString()))
                .load();

        assertThatThrownBy(() -> retort.upgradeSql("heads"))
                .isInstanceOfSatisfying(RetortException.class, refused -> isAsSaid(refused, 14, why, instead));
        assertThatThrownBy(() -> retort.downgradeSql("heads:base"))
                .isInstanceOfSatisfying(RetortException.class, refused -> isAsSaid(refused, 19, why, instead));
    }

    private static void isAsSaid(RetortException refused, int line, String why, String instead) {
        assertThat(refused).hasMessageContaining("in revision r1 offline").hasMessageContaining(why);
        assertThat(refused.describe()).contains("Nothing was run. " + instead);
        assertThat(refused.position()).hasValueSatisfying(position -> {
            assertThat(position.file()).endsWith("Vr1.java");
            assertThat(position.line()).isEqualTo(line);
        });
    }
}
