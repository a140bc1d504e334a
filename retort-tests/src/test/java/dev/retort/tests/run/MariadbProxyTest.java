package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.error.SharedSessionException;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MariaDB behind a proxy that shares sessions. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class MariadbProxyTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TABLE one (id INTEGER);", "INSERT INTO ledger VALUES (1);"})
    void aRunIsRefusedBeforeItsFirstStepWhenTwoSessionsAnswerIt(String sql) throws Exception {
        new Revisions(folder).sql("r1", "", sql);
        try (TestDatabase database = withLedger();
                SharedSessions shared = new SharedSessions(database, 2)) {
            assertThatThrownBy(() ->
                            retort(database, shared, MigrationListener.SILENT).upgrade())
                    .isInstanceOf(SharedSessionException.class)
                    .hasMessageContaining("Nothing was run");

            assertThat(DatabaseState.rows(database, "SELECT * FROM ledger")).isEmpty();
            assertThat(DatabaseState.schema(database).tables()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- outside transaction\nINSERT INTO ledger VALUES (1);\n-- end",
                "INSERT INTO ledger VALUES (1);"
            })
    void ofTwoRunsInOneSessionTheSecondIsRefused(String sql) throws Exception {
        new Revisions(folder).sql("r1", "", sql).sql("r2", "r1", sql.replace("1", "2"));
        try (TestDatabase database = withLedger();
                SharedSessions shared = new SharedSessions(database, 1)) {
            List<Throwable> refused = new ArrayList<>();
            retort(database, shared, new MigrationListener() {
                        @Override
                        public void stepFinished(MigrationStep step, long durationMillis) {
                            try {
                                retort(database, shared, MigrationListener.SILENT)
                                        .upgrade();
                            } catch (SharedSessionException e) {
                                refused.add(e);
                            }
                        }
                    })
                    .upgrade();

            assertThat(refused).isNotEmpty();
            assertThat(DatabaseState.rows(database, "SELECT * FROM ledger ORDER BY id"))
                    .containsExactly("1", "2");
        }
    }

    private static TestDatabase withLedger() throws Exception {
        TestDatabase database = SharedDatabase.MARIADB.fresh();
        database.execute("CREATE TABLE ledger (id INTEGER)");
        return database;
    }

    private Retort retort(TestDatabase database, SharedSessions shared, MigrationListener listener) {
        return Retort.configure()
                .settings(RunSetup.upgrade(folder, database).settings())
                .dataSource(shared.dataSource())
                .listener(listener)
                .load();
    }
}
