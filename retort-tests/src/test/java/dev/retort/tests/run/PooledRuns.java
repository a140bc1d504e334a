package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.Retort;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.MigrationLock;
import dev.retort.error.LockNotAvailableException;
import dev.retort.error.RetortException;
import dev.retort.error.RunInterruptedException;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.spi.StopSignal;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.PoolMode;
import dev.retort.tests.server.Pooler;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs behind a pooler: never two in one step, and what cannot be safe there is refused before it begins. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
abstract class PooledRuns {

    private static final List<String> ALL_ROWS = List.of("r1 1", "r1 2", "r2 1", "r2 2", "r3 1", "r3 2");

    /** How long a run is given to come as far as it can while another one is in the middle of a step. */
    private static final Duration MEETING = Duration.ofSeconds(2);

    private final Pooler pooler;

    @TempDir
    private Path folder;

    PooledRuns(Pooler pooler) {
        this.pooler = pooler;
    }

    /** Which statements of three revisions, with two rows each, are outside transactions. */
    enum Plan {
        TRANSACTIONAL(""),
        OUTSIDE("r1 r2 r3"),
        MIXED("r2");

        private final String outside;

        Plan(String outside) {
            this.outside = outside;
        }

        void write(Path folder) {
            Revisions revisions = new Revisions(folder);
            String before = "";
            for (String id : List.of("r1", "r2", "r3")) {
                String rows = "INSERT INTO ledger VALUES ('ID', 1);\nINSERT INTO ledger VALUES ('ID', 2);\n"
                        .replace("ID", id);
                revisions.sql(id, before, outside.contains(id) ? "-- outside transaction\n" + rows + "-- end\n" : rows);
                before = id;
            }
        }

        /** Whether runs of it must come to their end in a mode. Others may be refused, as a pooler is not always seen. */
        boolean runsIn(PoolMode mode) {
            return switch (mode) {
                case SESSION -> true;
                case TRANSACTION -> this == TRANSACTIONAL;
                case STATEMENT -> false;
            };
        }
    }

    static Stream<Arguments> everyWay() {
        return Arrays.stream(PoolMode.values())
                .flatMap(mode -> waysOfTransactions().map(way -> Arguments.of(mode, way.get()[0], way.get()[1])));
    }

    static Stream<Arguments> waysOfTransactions() {
        return IntStream.of(1, 2)
                .boxed()
                .flatMap(sessions -> Arrays.stream(Plan.values()).map(plan -> Arguments.of(sessions, plan)));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void aRunAloneIsDoneOrRefused(PoolMode mode, int sessions, Plan plan) throws SQLException {
        plan.write(folder);
        try (TestDatabase database = withLedger();
                TestDatabase pooled = pooler.inFrontOf(database, mode, sessions)) {
            Ending run = Ending.of(setup(pooled), () -> {});

            assertThatStepsAreDoneOnceOrRefused(database, plan.runsIn(mode), run);
            assertThatNoLockIsLeft(database);
        }
    }

    /** The second begins when the first is at its first statement. */
    @ParameterizedTest
    @MethodSource("everyWay")
    void ofTwoRunsAtOnceEachStepIsDoneOnceOrRefused(PoolMode mode, int sessions, Plan plan) throws SQLException {
        plan.write(folder);
        try (TestDatabase database = withLedger();
                TestDatabase pooled = pooler.inFrontOf(database, mode, sessions)) {
            CompletableFuture<Ending> second = new CompletableFuture<>();
            CountDownLatch met = new CountDownLatch(1);
            AtomicBoolean begun = new AtomicBoolean();
            Ending first = Ending.of(setup(pooled), () -> {
                if (begun.compareAndSet(false, true)) {
                    second.completeAsync(() -> Ending.of(setup(pooled), met::countDown));
                    await(met);
                }
            });
            if (begun.compareAndSet(false, true)) {
                second.complete(Ending.of(setup(pooled), () -> {}));
            }

            assertThatStepsAreDoneOnceOrRefused(database, plan.runsIn(mode), first, second.join());
            assertThatNoLockIsLeft(database);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "2, true", "2, false"})
    void ofARunBehindThePoolerAndOneThatIsNotEachStepIsDoneOnce(int sessions, boolean pooledFirst) throws SQLException {
        Plan.TRANSACTIONAL.write(folder);
        try (TestDatabase database = withLedger();
                TestDatabase pooled = pooler.inFrontOf(database, PoolMode.TRANSACTION, sessions)) {
            CompletableFuture<Ending> second = new CompletableFuture<>();
            CountDownLatch met = new CountDownLatch(1);
            AtomicBoolean begun = new AtomicBoolean();
            Ending first = Ending.of(setup(pooledFirst ? pooled : database), () -> {
                if (begun.compareAndSet(false, true)) {
                    second.completeAsync(() -> Ending.of(setup(pooledFirst ? database : pooled), met::countDown));
                    await(met);
                }
            });

            assertThatStepsAreDoneOnceOrRefused(database, true, first, second.join());
            assertThatNoLockIsLeft(database);
        }
    }

    /** Only a session that is certainly a run's own lets its steps begin without a lock and a look of their own. */
    @ParameterizedTest
    @EnumSource(names = {"SESSION", "TRANSACTION"})
    void noSessionBehindThePoolerIsTakenForOnesOwn(PoolMode mode) throws SQLException {
        try (TestDatabase database = withLedger();
                TestDatabase pooled = pooler.inFrontOf(database, mode, 1)) {
            assertThat(isExclusive(pooled)).isFalse();
            assertThat(isExclusive(database)).isTrue();
        }
    }

    private static boolean isExclusive(TestDatabase database) throws SQLException {
        try (Connection connection = database.open();
                MigrationLock lock = lock(database, connection)) {
            assertThat(lock.tryAcquire()).isTrue();
            return lock.isExclusive();
        }
    }

    @Test
    void theLockIsReleasedWhenItsSessionIsFreeAgain() throws Exception {
        try (TestDatabase database = withLedger();
                TestDatabase pooled = pooler.inFrontOf(database, PoolMode.TRANSACTION, 2);
                Connection run = pooled.open();
                Connection inOneSession = pooled.open();
                Connection inTheOther = pooled.open()) {
            CompletableFuture<Void> busy;
            try (MigrationLock lock = lock(pooled, run)) {
                begin(inOneSession);
                assertThat(lock.tryAcquire()).isTrue();
                begin(inTheOther);
                inOneSession.commit();
                busy = CompletableFuture.runAsync(() -> workForASecond(inTheOther));
            }

            busy.join();
            assertThat(DatabaseState.rows(
                            database,
                            "SELECT pid FROM pg_locks JOIN pg_database ON pg_database.oid = database"
                                    + " WHERE locktype = 'advisory' AND datname = current_database()"))
                    .isEmpty();
        }
    }

    private static void workForASecond(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_sleep(1)");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    @ParameterizedTest
    @MethodSource("waysOfTransactions")
    void ofProcessesThatStartAtOnceEachStepIsDoneOnceOrRefused(int sessions, Plan plan) throws SQLException {
        plan.write(folder);
        try (TestDatabase database = withLedger();
                TestDatabase pooled = pooler.inFrontOf(database, PoolMode.TRANSACTION, sessions);
                ChildProcess one = ChildProcess.startWaiting(setup(pooled));
                ChildProcess other = ChildProcess.startWaiting(setup(pooled))) {
            for (ChildProcess process : List.of(one, other)) {
                assertThat(process.awaitLine("ready")).as(process.said()).isTrue();
            }
            one.go();
            other.go();

            assertThatStepsAreDoneOnceOrRefused(
                    database, plan.runsIn(PoolMode.TRANSACTION), Ending.of(one), Ending.of(other));
            assertThatNoLockIsLeft(database);
        }
    }

    /** As a run of an earlier version of Retort leaves it. */
    @ParameterizedTest
    @EnumSource
    void aLockThatIsLeftInTheOnlySessionIsNotTakenForTheRunsOwn(Plan plan) throws SQLException {
        plan.write(folder);
        try (TestDatabase database = withLedger();
                TestDatabase pooled = pooler.inFrontOf(database, PoolMode.TRANSACTION, 1)) {
            try (Connection client = pooled.open()) {
                assertThat(lock(pooled, client).tryAcquire()).isTrue();
            }

            Ending run = Ending.of(setup(pooled).withLockTimeout(1), () -> {});

            assertThatStepsAreDoneOnceOrRefused(database, plan == Plan.TRANSACTIONAL, run);
            assertThat(run.isDone())
                    .as("A lock of its own session shows a run that it is shared")
                    .isEqualTo(plan == Plan.TRANSACTIONAL);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aRunThatIsKilledKeepsNobodyWaiting(int sessions) throws SQLException {
        Plan.TRANSACTIONAL.write(folder);
        new Revisions(folder).sql("r2", "r1", """
                INSERT INTO ledger VALUES ('r2', 1);
                SELECT pg_sleep(1);
                INSERT INTO ledger VALUES ('r2', 2);
                """);
        try (TestDatabase database = withLedger();
                TestDatabase pooled = pooler.inFrontOf(database, PoolMode.TRANSACTION, sessions);
                ChildProcess killed = ChildProcess.start(setup(pooled))) {
            assertThat(killed.awaitLine("statement r2")).as(killed.said()).isTrue();
            assertThat(killed.killAfter(0)).isTrue();

            assertThatStepsAreDoneOnceOrRefused(database, true, Ending.of(setup(pooled), () -> {}));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRunThatGivesUpBetweenTwoStepsSaysWhichAreDone(boolean stops) throws SQLException {
        Plan.TRANSACTIONAL.write(folder);
        try (TestDatabase database = withLedger();
                TestDatabase pooled = pooler.inFrontOf(database, PoolMode.TRANSACTION, 1);
                Connection other = database.open()) {
            StopSignal stop = new StopSignal();
            Retort retort = Retort.configure()
                    .settings(setup(pooled).withLockTimeout(stops ? 60 : 1).settings())
                    .stopSignal(stop)
                    .listener(new MigrationListener() {
                        @Override
                        public void stepFinished(MigrationStep step, long durationMillis) {
                            if (step.revision().id().equals("r2")) {
                                takeForATransaction(database, other);
                            }
                        }

                        @Override
                        public void waitingForLock(String database, String holder) {
                            if (stops) {
                                stop.request();
                            }
                        }
                    })
                    .load();

            RetortException failure = catchThrowableOfType(RetortException.class, retort::upgrade);

            assertThat(failure).isInstanceOf(stops ? RunInterruptedException.class : LockNotAvailableException.class);
            assertThat(failure.describe())
                    .contains("2 steps are done, the last is r2.")
                    .contains(stops ? "after 2 steps" : "Another run is migrating this database")
                    .doesNotContain("othing was run");
            assertThat(DatabaseState.versionRows(database)).containsExactly("r2");
        }
    }

    private static void takeForATransaction(TestDatabase database, Connection connection) {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(lock(database, connection).transactionQuery().orElseThrow());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private RunSetup setup(TestDatabase pooled) {
        return RunSetup.upgrade(folder, pooled).withLockTimeout(20);
    }

    private static TestDatabase withLedger() throws SQLException {
        TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
        database.execute("CREATE TABLE ledger (step VARCHAR(20) NOT NULL, amount INTEGER NOT NULL)");
        return database;
    }

    private static MigrationLock lock(TestDatabase database, Connection connection) throws SQLException {
        return Dialects.loadedFrom(PooledRuns.class.getClassLoader())
                .forConnection(connection)
                .locks()
                .of(connection, database::open, "public.retort_version");
    }

    /**
     * How a run has ended.
     *
     * @param begun whether it has begun a step
     * @param failure what it said; empty when it has done everything
     */
    record Ending(boolean begun, String failure) {

        /** Runs a command, which tells when it has met another run or has come to its end. */
        static Ending of(RunSetup setup, Runnable meeting) {
            AtomicBoolean begun = new AtomicBoolean();
            try {
                setup.run(new MigrationListener() {
                    @Override
                    public void waitingForLock(String database, String holder) {
                        meeting.run();
                    }

                    @Override
                    public void statementStarted(MigrationStep step, String sql) {
                        begun.set(true);
                        meeting.run();
                    }
                });
                return new Ending(begun.get(), "");
            } catch (RetortException failure) {
                return new Ending(begun.get(), failure.describe());
            } finally {
                meeting.run();
            }
        }

        static Ending of(ChildProcess process) {
            int exitCode = process.exitCode();
            return new Ending(
                    process.said().lines().anyMatch(line -> line.startsWith("statement ")),
                    exitCode == 0 ? "" : process.said());
        }

        boolean isDone() {
            return failure.isEmpty();
        }

        /** Before the first step or, where the sharing shows only then, between two steps, with what is done. */
        void assertRefused() {
            assertThat(failure)
                    .contains("pooler", "migration_url", begun ? "The steps before it are done: " : "Nothing was run.")
                    .containsPattern("session.* mode");
        }
    }

    private static void assertThatStepsAreDoneOnceOrRefused(TestDatabase database, boolean mustRun, Ending... runs)
            throws SQLException {
        List<String> ledger = DatabaseState.rows(database, "SELECT step, amount FROM ledger ORDER BY step, amount");
        boolean somebodyDidIt = Arrays.stream(runs).anyMatch(Ending::isDone);
        List<String> whole = ALL_ROWS.subList(0, somebodyDidIt ? ALL_ROWS.size() : ledger.size() / 2 * 2);
        assertThat(ledger).as(Arrays.toString(runs)).isEqualTo(whole);
        if (mustRun) {
            assertThat(runs).allMatch(Ending::isDone);
        }
        assertThat(runs).filteredOn(run -> !run.isDone()).allSatisfy(Ending::assertRefused);
        if (somebodyDidIt) {
            assertThat(DatabaseState.of(database).history()).hasSize(3);
            assertThat(DatabaseState.versionRows(database)).containsExactly("r3");
            assertThat(DatabaseState.of(database).journal()).isEmpty();
        }
    }

    private static void assertThatNoLockIsLeft(TestDatabase database) throws SQLException {
        assertThat(DatabaseState.rows(database, """
                        SELECT pid FROM pg_locks JOIN pg_database d ON d.oid = database
                        WHERE locktype = 'advisory' AND datname = current_database()""")).as("Sessions with a lock").isEmpty();
    }

    /** A run that shares its only session with the other cannot come any further before that one goes on. */
    private static void await(CountDownLatch met) {
        try {
            if (!met.await(MEETING.toMillis(), TimeUnit.MILLISECONDS)) {
                met.countDown();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
