package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.dialect.ConnectionSource;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.MigrationLock;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.RetortException;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lock of HSQLDB, a row that names the session that does the work. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HsqldbLockTest {

    /** That of a run. */
    private static final String KEY = "PUBLIC.RETORT_VERSION";

    private static final int RUNNERS = 6;

    private static final String DELAY = "SELECT PROPERTY_VALUE FROM INFORMATION_SCHEMA.SYSTEM_PROPERTIES"
            + " WHERE PROPERTY_NAME = 'hsqldb.write_delay_millis'";

    @TempDir
    private Path folder;

    /** Where a database is. */
    enum Place {
        MEMORY {
            @Override
            TestDatabase fresh() {
                return DatabaseUnderTest.HSQLDB.fresh();
            }
        },
        FILES {
            @Override
            TestDatabase fresh() {
                return DatabaseUnderTest.HSQLDB_FILE.fresh();
            }
        },
        SERVER {
            @Override
            TestDatabase fresh() {
                return SharedDatabase.HSQLDB.fresh();
            }
        };

        abstract TestDatabase fresh();
    }

    @ParameterizedTest
    @EnumSource
    void oneRunnerHoldsTheLockAndTheOtherLearnsWho(Place place) throws Exception {
        try (TestDatabase database = place.fresh();
                Connection one = database.open();
                Connection other = database.open();
                MigrationLock first = lock(database, one, KEY);
                MigrationLock second = lock(database, other, KEY)) {
            assertThat(first.tryAcquire()).isTrue();
            assertThat(first.tryAcquire()).isTrue();
            assertThat(second.tryAcquire()).isFalse();
            assertThat(second.holder())
                    .contains(Long.toString(ProcessHandle.current().pid()));

            end(first);
            assertThat(second.tryAcquire()).isTrue();
            assertThat(first.tryAcquire()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherKeyAndAnotherDatabaseAreOtherLocks(Place place) throws Exception {
        try (TestDatabase database = place.fresh();
                TestDatabase neighbour = place.fresh();
                Connection one = database.open();
                Connection other = database.open();
                Connection elsewhere = neighbour.open();
                MigrationLock first = lock(database, one, KEY);
                MigrationLock second = lock(database, other, "tenant.retort_version");
                MigrationLock third = lock(neighbour, elsewhere, KEY)) {
            assertThat(first.tryAcquire()).isTrue();
            assertThat(second.tryAcquire()).isTrue();
            assertThat(third.tryAcquire()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLockOutlastsTransactionsAndHoldsUpNoChangeOfTheSchema(Place place) throws Exception {
        try (TestDatabase database = place.fresh();
                Connection one = database.open();
                Connection other = database.open();
                MigrationLock first = lock(database, one, KEY);
                MigrationLock second = lock(database, other, KEY)) {
            one.setAutoCommit(false);
            assertThat(first.tryAcquire()).isTrue();
            run(one, "CREATE TABLE t (a INTEGER)");
            run(one, "INSERT INTO t VALUES (1)");
            assertThat(second.tryAcquire()).isFalse();
            one.rollback();
            assertThat(second.tryAcquire()).isFalse();
            run(one, "ALTER TABLE t ADD COLUMN b INTEGER");
            one.commit();
            assertThat(second.tryAcquire()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void closingTheConnectionFreesTheLock(Place place) throws Exception {
        try (TestDatabase database = place.fresh();
                Connection one = database.open();
                Connection other = database.open();
                MigrationLock first = lock(database, one, KEY);
                MigrationLock second = lock(database, other, KEY)) {
            assertThat(first.tryAcquire()).isTrue();
            end(one);

            assertThat(first.isHeld()).isFalse();
            boolean held = false;
            while (!held) {
                held = second.tryAcquire();
            }
            assertThat(held).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLockOfASessionThatAnAdministratorEndsIsFree(Place place) throws Exception {
        try (TestDatabase database = place.fresh();
                Connection one = database.open();
                Connection other = database.open();
                MigrationLock first = lock(database, one, KEY);
                MigrationLock second = lock(database, other, KEY)) {
            assertThat(first.tryAcquire()).isTrue();
            run(other, "ALTER SESSION " + number(one, "CALL SESSION_ID()") + " CLOSE");

            assertThat(second.tryAcquire()).isTrue();
        }
    }

    /** The killed process may have been in a statement, which its server still runs to the end. */
    @Test
    void onAServerTheLockOfAKilledProcessIsFreeOnceNoneOfItsSessionsIsLeft() throws Exception {
        new Revisions(folder).sql("r1", "", "CREATE TABLE slow AS " + SharedDatabase.HSQLDB.slowSelect(300) + ";");
        try (TestDatabase database = SharedDatabase.HSQLDB.fresh();
                Connection other = database.open();
                MigrationLock next = lock(database, other, KEY)) {
            killAtFirstStatement(database);
            boolean held = false;
            while (!held) {
                held = next.tryAcquire();
            }

            long own = number(other, "CALL SESSION_ID()");
            long working = number(
                    other,
                    "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SYSTEM_SESSIONS" + " WHERE SESSION_ID <> " + own
                            + " AND CURRENT_STATEMENT LIKE '%slow%'");
            assertThat(working).isZero();
            assertThat(number(other, "SELECT COUNT(*) FROM retort_lock")).isOne();
        }
    }

    @Test
    void inFilesTheLockOfAKilledProcessIsFreeForTheNextThatOpensThem() throws Exception {
        new Revisions(folder).sql("r1", "", "CREATE TABLE slow AS " + SharedDatabase.HSQLDB.slowSelect(300) + ";");
        try (TestDatabase database = DatabaseUnderTest.HSQLDB_FILE.fresh()) {
            killAtFirstStatement(database);
            try (Connection other = database.open();
                    MigrationLock next = lock(database, other, KEY)) {
                assertThat(number(other, "SELECT COUNT(session) FROM retort_lock"))
                        .isOne();
                assertThat(next.tryAcquire()).isTrue();
            }
        }
    }

    /** Numbers of sessions begin anew when a database is opened. */
    @ParameterizedTest
    @EnumSource
    void aSessionWithTheSameNumberThatBeganAtAnotherTimeIsAnother(Place place) throws Exception {
        try (TestDatabase database = place.fresh();
                Connection one = database.open();
                Connection other = database.open();
                MigrationLock first = lock(database, one, KEY);
                MigrationLock second = lock(database, other, KEY)) {
            assertThat(first.tryAcquire()).isTrue();
            run(other, "UPDATE retort_lock SET session_start = session_start - INTERVAL '1' DAY");

            assertThat(second.tryAcquire()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOCKS", "MVLOCKS", "MVCC"})
    void ofManyRunnersAtOnceOneGetsTheLock(String model) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(RUNNERS);
        try {
            for (int round = 0; round < 10; round++) {
                try (TestDatabase database = SharedDatabase.HSQLDB.fresh();
                        Connection kept = database.open()) {
                    run(kept, "SET DATABASE TRANSACTION CONTROL " + model);
                    assertThat(gotTheLock(database, threads)).containsOnlyOnce(true);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Who of many that ask at the same time gets the lock. */
    private static List<Boolean> gotTheLock(TestDatabase database, ExecutorService threads) throws Exception {
        CyclicBarrier begin = new CyclicBarrier(RUNNERS);
        CyclicBarrier over = new CyclicBarrier(RUNNERS);
        Callable<Boolean> runner = () -> {
            try (Connection connection = database.open();
                    MigrationLock lock = lock(database, connection, KEY)) {
                begin.await();
                boolean got = lock.tryAcquire();
                over.await();
                return got;
            }
        };
        List<Future<Boolean>> running = new ArrayList<>();
        for (int i = 0; i < RUNNERS; i++) {
            running.add(threads.submit(runner));
        }
        List<Boolean> got = new ArrayList<>();
        for (Future<Boolean> one : running) {
            got.add(one.get());
        }
        return got;
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNoAdministratorWaitsUntilTheRowNamesNoSession(Place place) throws Exception {
        try (TestDatabase database = place.fresh();
                Connection kept = database.open();
                Connection one = database.open();
                MigrationLock first = lock(database, one, KEY)) {
            assertThat(first.tryAcquire()).isTrue();
            makeUser(kept);
            run(kept, "GRANT SELECT, INSERT, UPDATE ON retort_lock TO plain");
            end(one);
            try (Connection other = openAsUser(database);
                    MigrationLock second = lockAsUser(database, other)) {
                assertThat(second.tryAcquire()).isFalse();
                assertThat(second.holder()).contains("run UPDATE retort_lock SET session = NULL");

                run(kept, "UPDATE retort_lock SET session = NULL");
                assertThat(second.tryAcquire()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoMayNotTakeTheLockIsToldWhatToGrant(boolean tableIsThere) throws Exception {
        try (TestDatabase database = SharedDatabase.HSQLDB.fresh();
                Connection one = database.open()) {
            if (tableIsThere) {
                try (MigrationLock first = lock(database, one, KEY)) {
                    assertThat(first.tryAcquire()).isTrue();
                }
            }
            makeUser(one);
            try (Connection other = openAsUser(database);
                    MigrationLock lock = lockAsUser(database, other)) {
                assertThatThrownBy(lock::tryAcquire)
                        .isInstanceOfSatisfying(
                                DatabaseAccessException.class,
                                refused -> assertThat(refused.hint().orElseThrow())
                                        .contains("GRANT SELECT, INSERT, UPDATE ON retort_lock TO PLAIN"))
                        .hasMessageContaining("may not take the migration lock");
            }
        }
    }

    /** A hidden table looks like a missing one. */
    @ParameterizedTest
    @ValueSource(strings = {"retort_version", "retort_history", "retort_journal"})
    void anUpgradeOfALoginThatMayNotReadATableChangesNothing(String hidden) throws Exception {
        Revisions.ofTwoTables(folder);
        try (TestDatabase database = SharedDatabase.HSQLDB.fresh();
                Connection one = database.open()) {
            RunSetup.upgrade(folder, database).withTarget("r1").run(MigrationListener.SILENT);
            makeUser(one);
            for (String table : List.of("retort_version", "retort_history", "retort_journal", "retort_lock", "one")) {
                if (!table.equals(hidden)) {
                    run(one, "GRANT SELECT, INSERT, UPDATE, DELETE ON " + table + " TO plain");
                }
            }
            DatabaseState before = DatabaseState.of(database);
            RunSetup upgrade = new RunSetup(folder, 60, true, "heads", database.jdbcUrl(), "PLAIN", "plain");

            assertThatThrownBy(() -> upgrade.run(MigrationListener.SILENT)).isInstanceOf(RetortException.class);

            assertThat(DatabaseState.of(database)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSourceOfAnotherDatabaseIsRefused(Place place) throws Exception {
        try (TestDatabase database = place.fresh();
                TestDatabase neighbour = place.fresh();
                Connection one = database.open();
                MigrationLock lock = lock(neighbour::open, one, KEY)) {
            assertThatThrownBy(lock::tryAcquire)
                    .isInstanceOf(DatabaseAccessException.class)
                    .hasMessageContaining("but it was opened to ");
        }
    }

    /** What is committed would be lost with the process. */
    @Test
    void filesWithoutALogAreRefusedAndTheLockIsFreeAfterwards() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.HSQLDB_FILE.fresh();
                Connection one = database.open()) {
            run(one, "SET FILES LOG FALSE");
            try (MigrationLock lock = lock(database, one, KEY)) {
                assertThatThrownBy(lock::tryAcquire)
                        .isInstanceOf(DatabaseAccessException.class)
                        .hasMessageContaining("keeps no log");
            }
            assertThat(number(one, "SELECT COUNT(session) FROM retort_lock")).isZero();
        }
    }

    @Test
    void filesAreWrittenAtOnceWhileAnAdministratorHasTheLock() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.HSQLDB_FILE.fresh();
                Connection one = database.open();
                MigrationLock lock = lock(database, one, KEY)) {
            long before = number(one, DELAY);
            assertThat(before).isPositive();
            assertThat(lock.tryAcquire()).isTrue();
            assertThat(number(one, DELAY)).isZero();
            makeUser(one);
            run(one, "GRANT SELECT, INSERT, UPDATE ON retort_lock TO plain");

            end(lock);
            assertThat(number(one, DELAY)).isEqualTo(before);
            try (Connection other = openAsUser(database);
                    MigrationLock next = lockAsUser(database, other)) {
                assertThat(next.tryAcquire()).isTrue();
                assertThat(number(one, DELAY)).isEqualTo(before);
            }
        }
    }

    private void killAtFirstStatement(TestDatabase database) {
        try (ChildProcess child = ChildProcess.start(RunSetup.upgrade(folder, database))) {
            assertThat(child.awaitLine("statement r1")).as(child.said()).isTrue();
            assertThat(child.killAfter(0)).isTrue();
        }
    }

    private static void makeUser(Connection administrator) throws SQLException {
        run(administrator, "CREATE USER plain PASSWORD 'plain'");
    }

    private static Connection openAsUser(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), "PLAIN", "plain");
    }

    private static MigrationLock lockAsUser(TestDatabase database, Connection connection) throws SQLException {
        return lock(() -> openAsUser(database), connection, KEY);
    }

    private static MigrationLock lock(TestDatabase database, Connection connection, String key) throws SQLException {
        return lock(database::open, connection, key);
    }

    private static MigrationLock lock(ConnectionSource connections, Connection connection, String key)
            throws SQLException {
        return Dialects.loadedFrom(HsqldbLockTest.class.getClassLoader())
                .forConnection(connection)
                .locks()
                .of(connection, connections, key);
    }

    private static void end(AutoCloseable resource) throws Exception {
        resource.close();
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
