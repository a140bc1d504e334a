package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.error.LockNotAvailableException;
import dev.retort.error.MigrationFailedException;
import dev.retort.error.RetortException;
import dev.retort.report.Resolution;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.Proxies;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has begun a statement that commits by itself is waited for, be the migration lock free or not. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ClaimantTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "POSTGRESQL | SELECT pg_advisory_lock(4711) | RETURNS void LANGUAGE sql AS 'SELECT pg_advisory_unlock_all()'",
                "MARIADB | SELECT GET_LOCK('held', 60) | RETURNS INTEGER RETURN RELEASE_ALL_LOCKS()"
            })
    void noOtherRunGoesOnWhileASessionThatLostItsLockIsInsideItsStatement(
            SharedDatabase kind, String holds, String losingAllLocks) throws Exception {
        String losesAllLocks = "SELECT losing()";
        new Revisions(folder)
                .sql("r1", "", "CREATE TABLE one (id INTEGER);")
                .sql("r2", "r1", String.join(";\n", "-- outside transaction\n" + losesAllLocks, holds, "-- end"));
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (TestDatabase database = kind.fresh();
                Connection blocking = database.open();
                Statement blocker = blocking.createStatement()) {
            blocker.execute("CREATE FUNCTION losing() " + losingAllLocks);
            blocker.execute(holds);
            CountDownLatch inside = new CountDownLatch(1);
            Future<?> first = threads.submit(() -> retort(database, new MigrationListener() {
                        @Override
                        public void statementStarted(MigrationStep step, String sql) {
                            if (sql.equals(holds)) {
                                inside.countDown();
                            }
                        }
                    })
                    .upgrade());
            assertThat(inside.await(1, TimeUnit.MINUTES)).isTrue();

            for (Resolution resolution : Resolution.values()) {
                assertThatThrownBy(() -> impatient(database).resume(resolution))
                        .as(resolution.name())
                        .isInstanceOf(LockNotAvailableException.class)
                        .hasMessageContaining("which began statement 2 of 'r2'");
            }
            assertThatThrownBy(() -> impatient(database).upgrade()).isInstanceOf(LockNotAvailableException.class);

            blocker.execute(losesAllLocks);
            assertThatThrownBy(() -> first.get(1, TimeUnit.MINUTES)).cause().hasMessageContaining("no longer held");
            assertThat(DatabaseState.versionRows(database)).containsExactly("r2");
            assertThat(DatabaseState.of(database).journal()).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    /** As in a host whose pool keeps the connection of the run that failed. */
    @ForDatabases(has = Capability.NAMED_SESSIONS)
    void aSessionThatHasGivenItsStatementUpIsNotWaitedFor(SharedDatabase kind) throws SQLException {
        Revisions revisions = new Revisions(folder).sql("r1", "", "CREATE TABLE one (id INTEGER);");
        revisions.java(
                "r2", "r1", "op.outsideTransaction(outside -> outside.run(c -> { throw new Exception(\"no\"); }));");
        try (TestDatabase database = kind.fresh();
                Connection pooled = database.open()) {
            Retort failing = Retort.configure()
                    .settings(RunSetup.upgrade(folder, database).settings())
                    .dataSource(Proxies.dataSource(() -> Proxies.unclosed(pooled)))
                    .load();
            assertThatThrownBy(failing::upgrade).isInstanceOf(MigrationFailedException.class);

            assertThatThrownBy(() -> impatient(database).upgrade())
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("may or may not have taken effect");
            assertThat(impatient(database).resume(Resolution.DONE).heads()).containsExactly("r2");
        }
    }

    private Retort impatient(TestDatabase database) {
        return RunSetup.upgrade(folder, database).withLockTimeout(1).retort(MigrationListener.SILENT);
    }

    private Retort retort(TestDatabase database, MigrationListener listener) {
        return RunSetup.upgrade(folder, database).retort(listener);
    }
}
