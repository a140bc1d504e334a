package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.UsageException;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.DatabaseRows;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script of {@code --sql}, run by the database's own client, does what a run does. */
class OfflineTest {

    @TempDir
    private Path folder;

    @ForDatabases
    void theScriptOfAnUpgradeAndThatOfItsDowngradeLeaveWhatRunsLeave(DatabaseUnderTest kind) throws SQLException {
        OfflineHistory.QUOTES.write(new Revisions(folder), kind);

        assertThatScriptsDoWhatRunsDo(kind);
    }

    @ForDatabases
    void aValueTakesThePlaceOfAQuestionMarkThatIsNoPartOfAQuoteOrComment(DatabaseUnderTest kind) throws SQLException {
        OfflineHistory.VALUES.write(new Revisions(folder), kind);

        assertThatScriptsDoWhatRunsDo(kind);
    }

    @Test
    void aDoubledQuestionMarkIsOneOfTheDatabasesOwn() throws SQLException {
        new Revisions(folder)
                .java("r1", "", OfflineHistory.LEDGER + """
                op.execute("CREATE TABLE document AS SELECT CAST('{\\"a\\": 1}' AS jsonb) AS body");
                op.execute("INSERT INTO ledger SELECT 'alone??', count(*) FROM document WHERE body ?? 'a'");
                op.execute("INSERT INTO ledger SELECT 'any??', count(*) FROM document WHERE body ??| ARRAY['a', 'b']");
                op.execute("INSERT INTO ledger SELECT ?, count(*) FROM document WHERE body ?? ?", "with values", "a");
                """, "op.dropTable(\"document\");\nop.dropTable(\"ledger\");");

        assertThatScriptsDoWhatRunsDo(DatabaseUnderTest.POSTGRESQL);
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh()) {
            Retort retort = RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);

            retort.upgrade("heads");

            assertThat(DatabaseState.rows(database, "SELECT step, amount FROM ledger ORDER BY step"))
                    .containsExactly("alone?? 1", "any?? 1", "with values 1");
            assertThat(retort.upgradeSql("heads"))
                    .contains("WHERE body ? 'a'", "WHERE body ?| ARRAY", "'alone??'")
                    .doesNotContain("body ??");
        }
    }

    @ForDatabases
    void whatAStepSetsIsResetAfterIt(DatabaseUnderTest kind) throws SQLException {
        OfflineHistory.SETTINGS.write(new Revisions(folder), kind);

        assertThatScriptsDoWhatRunsDo(kind);
    }

    @ForDatabases
    void theMessageOfAStepIsACommentWhateverItContains(DatabaseUnderTest kind) throws Exception {
        String message = "it's \"odd\" */ /* \\q \\! ls :x ${x} *{x} & DELIMITER // `; $$ größe";
        Files.writeString(
                Files.createDirectories(folder.resolve("versions")).resolve("r1_odd.sql"),
                "-- revision: r1\n-- message: " + message
                        + "\n\n-- upgrade\nCREATE TABLE a (id INTEGER);\n-- downgrade\nDROP TABLE a;");
        try (TestDatabase database = kind.fresh()) {
            Retort retort = RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);

            database.runScript(retort.upgradeSql("heads"));

            assertThat(retort.upgradeSql("heads")).contains("\n-- Upgrade r1: " + message + "\n");
            assertThat(retort.downgradeSql("heads:base")).contains("\n-- Downgrade r1: " + message + "\n");
            assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
        }
    }

    @ForDatabases
    void scriptsOfPartsLeaveTheVersionRowsOfRuns(DatabaseUnderTest kind) throws SQLException {
        new Revisions(folder)
                .sql("r1", "", "CREATE TABLE a (id INTEGER);", "DROP TABLE a;")
                .sql("r2", "r1", "CREATE TABLE b (id INTEGER);", "DROP TABLE b;")
                .sql("r3", "r1", "CREATE TABLE c (id INTEGER);", "DROP TABLE c;")
                .java("r4", "r2\", \"r3", "op.createTable(\"d\", column(\"id\", integer()));", "op.dropTable(\"d\");");
        try (TestDatabase run = kind.fresh();
                TestDatabase scripted = kind.fresh()) {
            Retort retort = RunSetup.upgrade(folder, run).retort(MigrationListener.SILENT);
            for (String range : List.of("r1", "r1:r2", "r2:r3", "r2,r3:r4")) {
                retort.upgrade(range.substring(range.indexOf(':') + 1));
                scripted.runScript(retort.upgradeSql(range));
                assertThat(OfflineHistory.left(scripted)).isEqualTo(OfflineHistory.left(run));
            }
            for (String range : List.of("r4:r3", "r2,r3:r1", "r1:base")) {
                retort.downgrade(range.substring(range.indexOf(':') + 1));
                scripted.runScript(retort.downgradeSql(range));
                assertThat(OfflineHistory.left(scripted)).isEqualTo(OfflineHistory.left(run));
            }
        }
    }

    @ForDatabases
    void theScriptOfAStampLeavesTheVersionRowsOfAStamp(DatabaseUnderTest kind) throws SQLException {
        Revisions.ofTwoTables(folder).sql("r3", "r1", "CREATE TABLE three (id INTEGER);");
        try (TestDatabase run = kind.fresh();
                TestDatabase scripted = kind.fresh()) {
            Retort retort = RunSetup.upgrade(folder, run).retort(MigrationListener.SILENT);
            for (String range : List.of("r1", "r1:r2", "r2:r3", "r2,r3:r1")) {
                retort.stamp(range.substring(range.indexOf(':') + 1));
                scripted.runScript(retort.stampSql(range));
                assertThat(DatabaseState.versionRows(scripted)).isEqualTo(DatabaseState.versionRows(run));
            }
        }
    }

    @DatabaseRows("SQLITE+POSTGRESQL+MARIADB")
    void theBodyOfATriggerStaysOneStatement(DatabaseUnderTest kind) throws SQLException {
        OfflineHistory.TRIGGER.write(new Revisions(folder), kind);

        assertThatScriptsDoWhatRunsDo(kind);
    }

    @ForDatabases
    void theScriptSaysHowToRunItSoThatItStopsAtTheFirstError(DatabaseUnderTest kind) throws SQLException {
        OfflineHistory.assertThatAnErrorStopsTheScript(folder, kind, (database, script) -> {
            assertThat(script).startsWith("-- To stop at the first error, run this with: ");
            database.runScript(script);
        });
    }

    @ForDatabases
    void whatCannotBeOneTransactionIsNotWrittenAsOne(DatabaseUnderTest kind) throws SQLException {
        new Revisions(folder).sql("r1", "", "-- outside transaction\nCREATE TABLE a (id INTEGER);\n-- end");
        try (TestDatabase database = kind.fresh()) {
            Settings settings =
                    RunSetup.upgrade(folder, database).settings().with(ConfigKey.TRANSACTION_PER_MIGRATION, false);
            Retort retort = Retort.configure().settings(settings).load();

            assertThatThrownBy(() -> retort.upgradeSql("heads"))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("transaction_per_migration = false");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aScriptWithoutStepsIsEmpty(boolean stepByStep) throws SQLException {
        new Revisions(folder).sql("r1", "", "CREATE TABLE a (id INTEGER);");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            Settings settings =
                    RunSetup.upgrade(folder, database).settings().with(ConfigKey.TRANSACTION_PER_MIGRATION, stepByStep);

            assertThat(Retort.configure().settings(settings).load().upgradeSql("r1:r1"))
                    .isEmpty();
        }
    }

    private void assertThatScriptsDoWhatRunsDo(DatabaseUnderTest kind) throws SQLException {
        OfflineHistory.assertThatScriptsDoWhatRunsDo(folder, kind, TestDatabase::runScript);
    }
}
