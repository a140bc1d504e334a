package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.error.ChangedRevisionException;
import dev.retort.report.MigrationReport;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A run that finds nothing pending, and commands that only look: they read and leave everything alone. */
class NothingToDoTest {

    @TempDir
    private Path folder;

    private Revisions revisions;

    @BeforeEach
    void twoRevisions() {
        revisions = Revisions.ofTwoTables(folder);
    }

    @ForDatabases
    void aRunWithNothingToDoDoesNotWaitForTheLock(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            RunSetup setup = RunSetup.upgrade(folder, database);
            setup.withTarget("r1").run(MigrationListener.SILENT);
            List<MigrationReport> reports = new ArrayList<>();
            setup.run(new MigrationListener() {
                @Override
                public void stepStarted(MigrationStep step) {
                    reports.add(setup.withLockTimeout(0)
                            .retort(MigrationListener.SILENT)
                            .upgrade("r1"));
                }
            });

            assertThat(reports)
                    .containsExactly(MigrationReport.of(reports.get(0).database(), List.of(), List.of("r1")));
            assertThat(DatabaseState.versionRows(database)).containsExactly("r2");
        }
    }

    @ForDatabases
    void aRunWithNothingToDoCreatesNothing(SharedDatabase kind) throws SQLException, IOException {
        Path empty = folder.resolve("empty");
        Files.createDirectories(empty.resolve("versions"));
        try (TestDatabase database = kind.fresh()) {
            assertThat(RunSetup.upgrade(empty, database)
                            .retort(MigrationListener.SILENT)
                            .upgrade("heads")
                            .steps())
                    .isEmpty();
            assertThat(retort(database).downgrade("base").steps()).isEmpty();
            assertThat(DatabaseState.schema(database).tables()).isEmpty();
        }
    }

    @ForDatabases
    void whoAsksWhereADatabaseIsCreatesNothing(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            assertThat(retort(database).current().rows()).isEmpty();
            assertThat(retort(database).current().missingHeads()).containsExactly("r2");
            assertThat(retort(database).history(":", true)).hasSize(2);
            assertThat(retort(database).show("current")).isEmpty();
            assertThat(DatabaseState.schema(database).tables()).isEmpty();
        }
    }

    @ForDatabases
    void aChangedFileStopsOnlyARunThatHasSomethingToDo(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            Retort strict = Retort.configure()
                    .settings(RunSetup.upgrade(folder, database).settings().with(ConfigKey.ON_CHANGED, "error"))
                    .load();
            strict.upgrade("heads");
            revisions.sql("r1", "", "CREATE TABLE uno (id INTEGER);");

            assertThat(strict.upgrade("heads").steps()).isEmpty();

            revisions.sql("r3", "r2", "CREATE TABLE three (id INTEGER);");
            assertThatThrownBy(() -> strict.upgrade("heads")).isInstanceOf(ChangedRevisionException.class);
            assertThat(DatabaseState.versionRows(database)).containsExactly("r2");
        }
    }

    private Retort retort(TestDatabase database) {
        return RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
    }
}
