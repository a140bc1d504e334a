package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.LockLostException;
import dev.retort.error.LockNotAvailableException;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several runs on one database at once. */
@Order(2)
class ConcurrencyTest {

    private static final int REVISIONS = 6;

    /** Each takes half a second of a processor to start; of threads there are more. */
    private static final int PROCESSES = 4;

    private static final int THREADS = 8;

    @TempDir
    private Path folder;

    @ForDatabases
    void processesThatStartAtOnceRunEachStepOnce(SharedDatabase kind) throws SQLException {
        GeneratedHistory.write(folder, kind, REVISIONS);
        try (TestDatabase database = kind.fresh();
                TestDatabase twin = kind.fresh()) {
            RunSetup.upgrade(folder, twin).run(MigrationListener.SILENT);
            List<ChildProcess> children = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                children.add(ChildProcess.startWaiting(RunSetup.upgrade(folder, database)));
            }
            for (ChildProcess child : children) {
                assertThat(child.awaitLine("ready")).as(child.said()).isTrue();
            }
            children.forEach(ChildProcess::go);

            for (ChildProcess child : children) {
                assertThat(child.exitCode()).as(child.said()).isZero();
            }
            assertThat(DatabaseState.of(database)).isEqualTo(DatabaseState.of(twin));
        }
    }

    @ForDatabases
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

    @ForDatabases
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

    @ForDatabases
    void aRunThatWaitsGoesOnWhenTheOtherIsDone(SharedDatabase kind) throws SQLException {
        new Revisions(folder)
                .sql("r1", "", "CREATE TABLE a (id INTEGER);")
                .sql("r2", "r1", "CREATE TABLE b (id INTEGER);");
        try (TestDatabase database = kind.fresh();
                ChildProcess second = ChildProcess.startWaiting(RunSetup.upgrade(folder, database))) {
            RunSetup first = RunSetup.upgrade(folder, database).withTarget("r1");
            first.run(new MigrationListener() {
                @Override
                public void statementStarted(MigrationStep step, String sql) {
                    second.go();
                    assertThat(second.awaitLine("waiting")).as(second.said()).isTrue();
                }
            });

            assertThat(second.exitCode()).as(second.said()).isZero();
            assertThat(DatabaseState.rows(database, "SELECT revision FROM retort_history ORDER BY id"))
                    .containsExactly("r1", "r2");
        }
    }

    /** A database that is one file has one writer. */
    @ForDatabases(has = Capability.LOGINS)
    void projectsWithTablesOfTheirOwnDoNotWaitForEachOther(SharedDatabase kind) throws SQLException {
        new Revisions(folder).sql("r1", "", "CREATE TABLE a (id INTEGER);");
        Path neighbours = folder.resolve("neighbours");
        new Revisions(neighbours).sql("n1", "", "CREATE TABLE b (id INTEGER);");
        try (TestDatabase database = kind.fresh()) {
            Settings ours = RunSetup.upgrade(neighbours, database)
                    .withLockTimeout(0)
                    .settings()
                    .with(ConfigKey.VERSION_TABLE, "n_version")
                    .with(ConfigKey.HISTORY_TABLE, "n_history")
                    .with(ConfigKey.JOURNAL_TABLE, "n_journal");
            RunSetup.upgrade(folder, database).run(new MigrationListener() {
                @Override
                public void statementStarted(MigrationStep step, String sql) {
                    Retort.configure().settings(ours).load().upgrade("heads");
                }
            });

            assertThat(DatabaseState.rows(database, "SELECT version_num FROM n_version"))
                    .containsExactly("n1");
            assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
            assertThat(DatabaseState.rows(database, "SELECT revision FROM n_history"))
                    .containsExactly("n1");
        }
    }

    @ForDatabases
    void aStampWaitsForTheRunThatIsAtWork(SharedDatabase kind) throws SQLException {
        new Revisions(folder).sql("r1", "", "CREATE TABLE a (id INTEGER);").sql("r2", "r1", "");
        try (TestDatabase database = kind.fresh()) {
            RunSetup setup = RunSetup.upgrade(folder, database).withTarget("r1");
            CountDownLatch waiting = new CountDownLatch(1);
            CompletableFuture<Void> stamp = new CompletableFuture<>();
            setup.run(new MigrationListener() {
                @Override
                public void statementStarted(MigrationStep step, String sql) {
                    stamp.completeAsync(() -> {
                        setup.retort(telling(waiting)).stamp("r2");
                        return null;
                    });
                    await(waiting);
                }
            });

            assertThat(stamp).succeedsWithin(Duration.ofSeconds(60));
            assertThat(DatabaseState.rows(database, "SELECT direction, revision FROM retort_history ORDER BY id"))
                    .containsExactly("up r1", "stamp r2");
        }
    }

    /** Tells when a run waits for the lock. */
    private static MigrationListener telling(CountDownLatch waiting) {
        return new MigrationListener() {
            @Override
            public void waitingForLock(String database, String holder) {
                waiting.countDown();
            }
        };
    }

    /** As a large transaction on SQLite does from some moment on: whoever writes then shuts out everybody who reads. */
    @Test
    void aRunWaitsUntilItMayReadAFileThatSomebodyElseWritesTo() throws SQLException {
        new Revisions(folder).sql("r1", "", "CREATE TABLE a (id INTEGER);");
        try (TestDatabase database = SharedDatabase.SQLITE.fresh();
                Connection other = database.open();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            List<String> told = new ArrayList<>();
            RunSetup.upgrade(folder, database).run(new MigrationListener() {
                @Override
                public void waitingForLock(String database, String holder) {
                    told.add(holder);
                    try {
                        statement.execute("COMMIT");
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            });

            assertThat(told).containsExactly("another process is writing to the database");
            assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
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
                            setup.run(telling(waiting));
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
                            LockLostException.class,
                            () -> RunSetup.upgrade(folder, database).run(breaking)))
                    .hasMessageContaining("lock");
            assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
        }
    }

    /** What a revision calls may give the lock up, which its text does not tell. */
    @ParameterizedTest
    @ValueSource(strings = {"pg_advisory_unlock_all()", "pg_advisory_unlock((classid::bigint << 32) | objid::bigint)"})
    void aRunWhoseLockWasGivenUpByAStepStopsBeforeTheNext(String giving) throws SQLException {
        new Revisions(folder)
                .sql("r1", "", """
                        CREATE FUNCTION tidy() RETURNS void LANGUAGE plpgsql AS $$
                        BEGIN PERFORM GIVING FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND pid = pg_backend_pid(); END $$;
                        SELECT tidy();
                        """.replace("GIVING", giving))
                .sql("r2", "r1", "CREATE TABLE b (id INTEGER);");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            LockLostException lost = catchThrowableOfType(
                    LockLostException.class,
                    () -> RunSetup.upgrade(folder, database).run(MigrationListener.SILENT));

            assertThat(lost.stepsDone()).isEqualTo(1);
            assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
            assertThat(DatabaseState.rows(
                            database,
                            "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND database ="
                                    + " (SELECT oid FROM pg_database WHERE datname = current_database())"))
                    .isEmpty();
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
