package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.Retort;
import dev.retort.error.RunInterruptedException;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.spi.StopSignal;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operation asks the database before its statements is told to listeners and cancelled, as statements are. */
class StoppedQuestionTest {

    private static final String OF_TYPE = "CREATE TYPE mood AS ENUM ('sad', 'ok');";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            POSTGRESQL | op.removeEnumValue("mood", "sad")                                  | SELECT count(*) FROM held WHERE now::text = 'sad' HAVING count(*) > 0
            POSTGRESQL | op.replaceView(SchemaObjects.view("held_view", "SELECT * FROM held")) | CREATE OR REPLACE VIEW held_view AS\\nSELECT * FROM held
            POSTGRESQL | op.ifMissing(o -> o.createTable("held", column("id", integer())))  | Ask the catalog: create table held
            """)
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aQuestionThatWaitsIsToldAndGivenUp(SharedDatabase kind, String operation, String question) throws Exception {
        boolean postgresql = kind == SharedDatabase.POSTGRESQL;
        new Revisions(folder)
                .sql(
                        "r1",
                        "",
                        (postgresql ? OF_TYPE : "")
                                + "CREATE TABLE held (id INTEGER, now " + (postgresql ? "mood" : "INTEGER") + ");"
                                + "CREATE VIEW held_view AS SELECT id FROM held;")
                .java("r2", "r1", operation + ";");
        StopSignal stop = new StopSignal();
        List<String> told = new ArrayList<>();
        try (TestDatabase database = kind.fresh()) {
            RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT).upgrade("r1");
            Retort retort = Retort.configure()
                    .settings(RunSetup.upgrade(folder, database).settings())
                    .stopSignal(stop)
                    .listener(listener(told))
                    .load();
            try (HeldTable held = HeldTable.closedIn(database, kind)) {
                CompletableFuture<RunInterruptedException> run = CompletableFuture.supplyAsync(
                        () -> catchThrowableOfType(RunInterruptedException.class, retort::upgrade));
                while (!held.isWaitedFor()) {
                    Thread.onSpinWait();
                }
                stop.request();

                assertThat(run.get()).hasMessageContaining("Stopped on request");
                assertThat(told).last().isEqualTo(question.replace("\\n", "\n"));
            }
            assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
        }
    }

    @ForDatabases
    void theReadingOfATableIsToldOnce(SharedDatabase kind) throws Exception {
        new Revisions(folder)
                .sql("r1", "", "CREATE TABLE held (id INTEGER, now INTEGER);")
                .java("r2", "r1", "op.ifPresent(o -> o.dropColumn(\"held\", \"now\"));");
        List<String> told = new ArrayList<>();
        try (TestDatabase database = kind.fresh()) {
            RunSetup.upgrade(folder, database).retort(listener(told)).upgrade();
        }

        assertThat(told).hasSize(3);
        assertThat(told.get(1)).startsWith("Ask the catalog: drop column ");
        assertThat(told.get(2)).startsWith("ALTER TABLE held DROP COLUMN");
    }

    private static MigrationListener listener(List<String> told) {
        return new MigrationListener() {
            @Override
            public void statementStarted(MigrationStep step, String sql) {
                told.add(sql);
            }
        };
    }
}
