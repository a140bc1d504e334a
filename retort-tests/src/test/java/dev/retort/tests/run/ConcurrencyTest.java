package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.error.DatabaseAccessException;
import dev.retort.error.LockNotAvailableException;
import dev.retort.plan.MigrationStep;
import dev.retort.runtime.MigrationListener;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several runs on one database at once. */
class ConcurrencyTest {

    private static final int REVISIONS = 6;
    private static final int PROCESSES = 4;
    private static final int THREADS = 8;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void processesThatStartAtOnceRunEachStepOnce(SharedDatabase kind) throws SQLException {
        GeneratedHistory.write(folder, kind, REVISIONS);
        try (TestDatabase database = kind.fresh();
                TestDatabase twin = kind.fresh()) {
            RunSetup.upgrade(folder, twin).run(MigrationListener.SILENT);
            List<ChildProcess> children = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                children.add(ChildProcess.start(RunSetup.upgrade(folder, database)));
            }

            for (ChildProcess child : children) {
                assertThat(child.exitCode()).as(child.said()).isZero();
            }
            assertThat(DatabaseState.of(database)).isEqualTo(DatabaseState.of(twin));
        }
    }

    @ParameterizedTest
    @EnumSource
    void threadsWithARetortOfTheirOwnRunEachStepOnce(SharedDatabase kind) throws Exception {
        GeneratedHistory.write(folder, kind, REVISIONS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (TestDatabase database = kind.fresh();
                TestDatabase twin = kind.fresh()) {
            RunSetup.upgrade(folder, twin).run(MigrationListener.SILENT);
            CountDownLatch start = new CountDownLatch(THREADS);
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                runs.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    RunSetup.upgrade(folder, database).run(MigrationListener.SILENT);
                    return null;
                }));
            }

            for (Future<?> run : runs) {
                run.get();
            }
            assertThat(DatabaseState.of(database)).isEqualTo(DatabaseState.of(twin));
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatWaitsTooLongNamesWhoHoldsTheLock(SharedDatabase kind) throws SQLException {
        new Revisions(folder).sql("r1", "", "CREATE TABLE slow AS SLOW;".replace("SLOW", kind.slowSelect(10_000)));
        try (TestDatabase database = kind.fresh();
                ChildProcess first = ChildProcess.start(RunSetup.upgrade(folder, database))) {
            assertThat(first.awaitLine("statement")).as(first.said()).isTrue();

            LockNotAvailableException failure = catchThrowableOfType(
                    LockNotAvailableException.class,
                    () -> RunSetup.upgrade(folder, database).withLockTimeout(1).run(MigrationListener.SILENT));

            assertThat(failure.holder()).containsPattern("(process|connection) \\d+");
            assertThat(failure.waitedSeconds()).isGreaterThanOrEqualTo(1);
            assertThat(first.killAfter(0)).isTrue();
        }
    }

    @Test
    void aRunThatWaitsDoesNotHoldUpAnIndexThatIsMadeConcurrently() throws SQLException {
        new Revisions(folder).sql("r1", "", """
                        CREATE TABLE t (id INTEGER);
                        -- outside transaction
                        CREATE INDEX CONCURRENTLY ix_t ON t (id);
                        -- end
                        """);
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            CountDownLatch waiting = new CountDownLatch(1);
            CompletableFuture<Void> second = new CompletableFuture<>();
            RunSetup setup = RunSetup.upgrade(folder, database);
            setup.run(new MigrationListener() {
                @Override
                public void statementStarted(MigrationStep step, String sql) {
                    if (sql.contains("CONCURRENTLY")) {
                        second.completeAsync(() -> {
                            setup.run(new MigrationListener() {
                                @Override
                                public void waitingForLock(String holder) {
                                    waiting.countDown();
                                }
                            });
                            return null;
                        });
                        await(waiting);
                    }
                }
            });

            assertThat(second).succeedsWithin(Duration.ofSeconds(60));
            assertThat(DatabaseState.rows(database, "SELECT revision FROM retort_history"))
                    .containsExactly("r1");
        }
    }

    @Test
    void aRunWhoseLockIsLostStopsBeforeTheNextStep() throws SQLException {
        new Revisions(folder)
                .sql("r1", "", "CREATE TABLE a (id INTEGER);")
                .sql("r2", "r1", "CREATE TABLE b (id INTEGER);");
        try (TestDatabase database = SharedDatabase.H2.fresh()) {
            MigrationListener breaking = new MigrationListener() {
                @Override
                public void stepFinished(MigrationStep step, long durationMillis) {
                    endIdleSessions(database);
                }
            };

            assertThat(catchThrowableOfType(
                            DatabaseAccessException.class,
                            () -> RunSetup.upgrade(folder, database).run(breaking)))
                    .hasMessageContaining("lock");
            assertThat(DatabaseState.rows(database, "SELECT version_num FROM retort_version"))
                    .containsExactly("r1");
        }
    }

    /** Ends the session that holds the lock: of the two of the run it is not the one that the lock names. */
    private static void endIdleSessions(TestDatabase database) {
        try {
            DatabaseState.rows(database, """
                    SELECT ABORT_SESSION(session_id) FROM information_schema.sessions s
                    WHERE session_id <> SESSION_ID() AND NOT EXISTS
                        (SELECT 1 FROM retort_lock l WHERE l.session = s.session_id)""");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
