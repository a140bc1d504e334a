package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.MigrationFailedException;
import dev.retort.report.Resolution;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.DatabaseRows;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A statement outside a transaction has failed, and its file is corrected. */
class RetryTest {

    @TempDir
    private Path folder;

    @DatabaseRows("POSTGRESQL+MARIADB+H2+MYSQL")
    void aCallOfAProcedureThatIsMissingLeavesNothingInDoubt(SharedDatabase kind) throws SQLException {
        Revisions revisions = new Revisions(folder).sql("r1", "", "CREATE TABLE one (id INTEGER);");
        revisions.sql("r2", "r1", "-- outside transaction\nCALL backfil();\nINSERT INTO one VALUES (1);\n-- end");
        try (TestDatabase database = kind.fresh()) {
            failing(database);
            assertThat(DatabaseState.of(database).journal()).isEmpty();

            revisions.sql("r2", "r1", "-- outside transaction\nINSERT INTO one VALUES (1);\n-- end");

            assertThat(retort(database).upgrade().heads()).containsExactly("r2");
            assertThat(DatabaseState.rows(database, "SELECT id FROM one")).containsExactly("1");
        }
    }

    /** The inner statement fails after a commit, with the words of a statement that cannot be run at all. */
    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, 'DO $$ BEGIN INSERT INTO one VALUES (1); COMMIT; SELEKT 1; END $$;'",
        "MARIADB, 'BEGIN NOT ATOMIC INSERT INTO one VALUES (1); COMMIT; EXECUTE IMMEDIATE ''SELEKT 1''; END;'"
    })
    void aBlockThatFailedStaysInDoubtAndRetryRunsWhatStandsThereNow(SharedDatabase kind, String block)
            throws SQLException {
        Revisions revisions = new Revisions(folder).sql("r1", "", "CREATE TABLE one (id INTEGER);");
        String correct = "-- outside transaction\nINSERT INTO one VALUES (2);\n-- end";
        revisions.sql("r2", "r1", "-- outside transaction\n-- statement\n" + block + "\n-- end\n-- end");
        try (TestDatabase database = kind.fresh()) {
            failing(database);
            revisions.sql("r2", "r1", correct);

            assertThatThrownBy(() -> retort(database).upgrade())
                    .isInstanceOfSatisfying(
                            HalfDoneStepException.class,
                            inDoubt -> assertThat(inDoubt.hint().orElseThrow())
                                    .contains("Retort.resume(Resolution.RETRY)"));

            assertThat(retort(database).resume(Resolution.RETRY).heads()).containsExactly("r2");
            assertThat(DatabaseState.rows(database, "SELECT id FROM one WHERE id = 2"))
                    .containsExactly("2");
        }
    }

    @Test
    void retryStillRefusesAFileWhoseDoneStatementsHaveChanged() throws SQLException {
        Revisions revisions = new Revisions(folder).sql("r1", "", "CREATE TABLE one (id INTEGER);");
        revisions.sql(
                "r2",
                "r1",
                "-- outside transaction\nINSERT INTO one VALUES (1);\n-- statement\nDO $$ BEGIN PERFORM nowhere(); END $$;\n-- end\n-- end");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            failing(database);
            revisions.sql("r2", "r1", "-- outside transaction\nINSERT INTO one VALUES (7);\nSELECT 1;\n-- end");

            assertThatThrownBy(() -> retort(database).resume(Resolution.RETRY))
                    .isInstanceOf(HalfDoneStepException.class)
                    .hasMessageContaining("its statement 1 (")
                    .hasMessageContaining("r2_step.sql:")
                    .hasMessageContaining(") is not the one that was run");
            assertThat(DatabaseState.rows(database, "SELECT id FROM one")).containsExactly("1");
        }
    }

    @ForDatabases
    void aDoneStatementThatIsOnlyLaidOutOtherwiseIsStillTheOneThatWasRun(SharedDatabase kind) throws SQLException {
        Revisions revisions = new Revisions(folder).sql("r1", "", "CREATE TABLE one (id INTEGER, name VARCHAR(9));");
        revisions.sql(
                "r2",
                "r1",
                "-- outside transaction\nINSERT INTO one VALUES (1, 'a  b');\nINSERT INTO none VALUES (1);\n-- end");
        try (TestDatabase database = kind.fresh()) {
            failing(database);
            revisions.sql(
                    "r2",
                    "r1",
                    "-- outside transaction\nINSERT INTO one -- the first\n    VALUES ( 1, 'a  b' );\nINSERT INTO one VALUES (2, '');\n-- end");

            assertThat(retort(database).resume(Resolution.RETRY).heads()).containsExactly("r2");
            assertThat(DatabaseState.rows(database, "SELECT id FROM one ORDER BY id"))
                    .containsExactly("1", "2");
        }
    }

    @ForDatabases
    void oneBlankMoreInAValueIsAnotherStatement(SharedDatabase kind) throws SQLException {
        Revisions revisions = new Revisions(folder).sql("r1", "", "CREATE TABLE one (name VARCHAR(9));");
        revisions.sql(
                "r2",
                "r1",
                "-- outside transaction\nINSERT INTO one VALUES ('a b');\nINSERT INTO none VALUES (1);\n-- end");
        try (TestDatabase database = kind.fresh()) {
            failing(database);
            revisions.sql("r2", "r1", "-- outside transaction\nINSERT INTO one VALUES ('a  b');\n-- end");

            assertThatThrownBy(() -> retort(database).resume(Resolution.RETRY))
                    .isInstanceOf(HalfDoneStepException.class);
        }
    }

    private void failing(TestDatabase database) {
        assertThatThrownBy(() -> retort(database).upgrade()).isInstanceOf(MigrationFailedException.class);
    }

    private Retort retort(TestDatabase database) {
        return RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
    }
}
