package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.error.MigrationFailedException;
import dev.retort.error.RunInterruptedException;
import dev.retort.error.SourcePosition;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.spi.StopSignal;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A run that is asked to stop says what it has done, and what failed meanwhile. */
class StoppedRunTest {

    @TempDir
    private Path folder;

    private final StopSignal stop = new StopSignal();

    @BeforeEach
    void aLedger() {
        new Revisions(folder)
                .sql(
                        "r1",
                        "",
                        "CREATE TABLE ledger (step INTEGER NOT NULL PRIMARY KEY);\nINSERT INTO ledger VALUES (1);");
    }

    @ForDatabases
    void whatFailsInTheMomentOfTheStopIsSaid(SharedDatabase kind) throws SQLException {
        new Revisions(folder).sql("r2", "r1", "INSERT INTO ledger VALUES (1);");
        try (TestDatabase database = kind.fresh()) {
            RunInterruptedException stopped = stopped(database, true, "INSERT INTO ledger VALUES (1)", "r2");

            assertThat(stopped.steps()).isEqualTo(1);
            assertThat(stopped.getCause()).isInstanceOfSatisfying(MigrationFailedException.class, failed -> {
                assertThat(failed.revision()).isEqualTo("r2");
                assertThat(failed).hasCauseInstanceOf(SQLException.class);
                assertThat(stopped).hasMessageContainingAll("after 1 step", "'r2'", failed.reason());
            });
            assertThat(stopped.position()).contains(new SourcePosition("versions/r2_step.sql", 5, 1));
            assertThat(stopped.hint().orElseThrow()).contains("Remove the cause and run the command again");
        }
    }

    /** A run that commits its steps together has nothing left of any. */
    @ForDatabases(has = Capability.TRANSACTIONAL_DDL)
    void aRunOfOneTransactionThatStopsHasDoneNothing(SharedDatabase kind) throws SQLException {
        new Revisions(folder).sql("r2", "r1", "INSERT INTO ledger VALUES (2);\nINSERT INTO ledger VALUES (3);");
        try (TestDatabase database = kind.fresh()) {
            RunInterruptedException stopped = stopped(database, false, "INSERT INTO ledger VALUES (2)", "r2");

            assertThat(stopped.steps()).isZero();
            assertThat(stopped.hint())
                    .contains("Everything was rolled back: the database is as it was before the run.");
            assertThat(DatabaseState.versionRows(database)).isEmpty();
        }
    }

    @ForDatabases(lacks = Capability.TRANSACTIONAL_DDL)
    void whatHasNoCauseIsOnlyToBeContinued(SharedDatabase kind) throws SQLException {
        new Revisions(folder).sql("r2", "r1", "CREATE TABLE two (id INTEGER);\nCREATE TABLE three (id INTEGER);");
        try (TestDatabase database = kind.fresh()) {
            RunInterruptedException stopped = stopped(database, true, "CREATE TABLE two", "r2");

            assertThat(stopped.hint().orElseThrow())
                    .contains(
                            "done and committed:\n    CREATE TABLE two", "Run the command again to continue after them")
                    .doesNotContain("Remove the cause");
        }
    }

    /** The failure of a run that is asked to stop when it begins a statement. */
    private RunInterruptedException stopped(TestDatabase database, boolean stepByStep, String at, String revision) {
        Retort retort = Retort.configure()
                .settings(RunSetup.upgrade(folder, database)
                        .settings()
                        .with(ConfigKey.TRANSACTION_PER_MIGRATION, stepByStep))
                .stopSignal(stop)
                .listener(new MigrationListener() {
                    @Override
                    public void statementStarted(MigrationStep step, String sql) {
                        if (step.revision().id().equals(revision) && sql.contains(at)) {
                            stop.request();
                        }
                    }
                })
                .load();
        return catchThrowableOfType(RunInterruptedException.class, retort::upgrade);
    }
}
