package dev.retort.tests.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.MigrationLock;
import dev.retort.error.DatabaseAccessException;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.PoolMode;
import dev.retort.tests.server.Pooler;
import dev.retort.tests.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LockIT {

    private static final String KEY = "public.retort_version";

    @ForDatabases(has = Capability.NAMED_SESSIONS)
    void oneRunnerHoldsTheLockAndTheOtherLearnsWho(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh();
                Connection one = database.open();
                Connection other = database.open();
                MigrationLock first = lock(database, one, KEY);
                MigrationLock second = lock(database, other, KEY)) {
            assertThat(first.tryAcquire()).isTrue();
            assertThat(first.tryAcquire()).isTrue();
            assertThat(second.tryAcquire()).isFalse();
            assertThat(second.holder()).contains(sessionOf(kind, one));

            end(first);
            assertThat(second.tryAcquire()).isTrue();
            assertThat(first.tryAcquire()).isFalse();
        }
    }

    @ForDatabases(has = Capability.NAMED_SESSIONS)
    void anotherKeyAndAnotherDatabaseAreOtherLocks(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh();
                TestDatabase neighbour = kind.fresh();
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

    @ForDatabases(has = Capability.NAMED_SESSIONS)
    void theLockOutlastsTransactionsAndLeavesTheirModeAsItWas(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh();
                Connection one = database.open();
                Connection other = database.open();
                MigrationLock first = lock(database, one, KEY);
                MigrationLock second = lock(database, other, KEY)) {
            one.setAutoCommit(false);
            assertThat(first.tryAcquire()).isTrue();
            assertThat(one.getAutoCommit()).isFalse();
            run(one, "CREATE TABLE t (a INTEGER)");
            one.rollback();
            assertThat(second.tryAcquire()).isFalse();
            run(one, "CREATE TABLE u (a INTEGER)");
            one.commit();
            assertThat(second.tryAcquire()).isFalse();
        }
    }

    @ForDatabases(has = Capability.NAMED_SESSIONS)
    void theLockOfASessionThatIsKilledIsFree(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh();
                Connection one = database.open();
                Connection other = database.open();
                MigrationLock first = lock(database, one, KEY);
                MigrationLock second = lock(database, other, KEY)) {
            assertThat(first.tryAcquire()).isTrue();
            String session = sessionOf(kind, one);
            run(
                    other,
                    kind == DatabaseUnderTest.POSTGRESQL
                            ? "SELECT pg_terminate_backend(" + session + ")"
                            : "KILL CONNECTION " + session);
            boolean held = false;
            while (!held) {
                held = second.tryAcquire();
            }
            assertThat(held).isTrue();
            end(one);
        }
    }

    @ForDatabases(has = Capability.NAMED_SESSIONS)
    void closingTheConnectionFreesTheLock(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh();
                Connection one = database.open();
                Connection other = database.open();
                MigrationLock first = lock(database, one, KEY);
                MigrationLock second = lock(database, other, KEY)) {
            assertThat(first.tryAcquire()).isTrue();
            end(one);
            boolean held = false;
            while (!held) {
                held = second.tryAcquire();
            }
            assertThat(held).isTrue();
        }
    }

    @Test
    void aRunnerThatPollsDoesNotHoldUpAConcurrentIndexOfTheOneThatWorks() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
                Connection one = database.open();
                Connection other = database.open();
                MigrationLock first = lock(database, one, KEY);
                MigrationLock second = lock(database, other, KEY)) {
            other.setAutoCommit(false);
            run(one, "CREATE TABLE t (a INTEGER)");
            assertThat(first.tryAcquire()).isTrue();
            assertThat(second.tryAcquire()).isFalse();
            assertThat(second.holder()).isNotEmpty();
            run(one, "SET statement_timeout = '60s'");
            run(one, "CREATE INDEX CONCURRENTLY i ON t (a)");
            assertThat(second.tryAcquire()).isFalse();
        }
    }

    /** Behind a pooler, the transaction of a step has a lock of its own and nothing else. */
    @Test
    void aRunnerWithASessionOfItsOwnAndAStepWithoutOneKeepEachOtherOut() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
                Connection one = database.open();
                Connection other = database.open();
                MigrationLock first = lock(database, one, KEY);
                MigrationLock second = lock(database, other, KEY)) {
            other.setAutoCommit(false);
            assertThat(takesForTheTransaction(other, second)).isTrue();
            assertThat(first.tryAcquire()).isFalse();
            assertThat(first.holder()).contains(sessionOf(DatabaseUnderTest.POSTGRESQL, other));
            other.commit();

            assertThat(first.tryAcquire()).isTrue();
            assertThat(first.isExclusive()).isTrue();
            assertThat(takesForTheTransaction(one, first)).isTrue();
            assertThat(takesForTheTransaction(other, second)).isFalse();

            end(first);
            assertThat(takesForTheTransaction(other, second)).isTrue();
        }
    }

    /** A runner whose session might be shared has no lock of transactions while it waits for one. */
    @Test
    void whoWaitsIsNotNamedAsTheHolder() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
                TestDatabase pooled = Pooler.SHARING_PROXY.inFrontOf(database, PoolMode.SESSION, 1);
                Connection one = pooled.open();
                Connection other = database.open();
                MigrationLock first = lock(pooled, one, KEY);
                MigrationLock second = lock(database, other, KEY)) {
            assertThat(first.tryAcquire()).isTrue();
            other.setAutoCommit(false);
            assertThat(takesForTheTransaction(other, second)).isTrue();

            assertThat(first.holder()).contains(sessionOf(DatabaseUnderTest.POSTGRESQL, other));
        }
    }

    @Test
    void aLockThatTheServerRefusesLeavesTheConnectionAsItWas() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
                Connection one = database.open();
                MigrationLock lock = lock(database, one, KEY)) {
            run(one, "CREATE ROLE locked_out_" + sessionOf(DatabaseUnderTest.POSTGRESQL, one));
            run(one, "REVOKE EXECUTE ON FUNCTION pg_try_advisory_lock(bigint) FROM PUBLIC");
            run(one, "SET ROLE locked_out_" + sessionOf(DatabaseUnderTest.POSTGRESQL, one));

            assertThatThrownBy(lock::tryAcquire).isInstanceOf(SQLException.class);
            assertThat(one.getAutoCommit()).isTrue();

            run(one, "RESET ROLE");
            run(one, "DROP ROLE locked_out_" + sessionOf(DatabaseUnderTest.POSTGRESQL, one));
        }
    }

    /** A lock that a transaction took is gone once the session gives its locks up; both must be there to hold it. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void aLockOfWhichAPartIsGivenUpIsNoticedAndLeavesNothing(String part) throws Exception {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
                Connection one = database.open()) {
            MigrationLock lock = lock(database, one, KEY);
            assertThat(lock.tryAcquire()).isTrue();
            assertThat(lock.isGivenUp()).isFalse();
            run(
                    one,
                    "SELECT CASE objsubid WHEN 1 THEN pg_advisory_unlock((classid::bigint << 32) | objid::bigint)"
                            + " ELSE pg_advisory_unlock(('x' || lpad(to_hex(classid::bigint), 8, '0'))::bit(32)::int,"
                            + " ('x' || lpad(to_hex(objid::bigint), 8, '0'))::bit(32)::int) END"
                            + " FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND objsubid = "
                            + part);

            assertThat(lock.isGivenUp()).isTrue();
            assertThatThrownBy(lock::close).isInstanceOf(DatabaseAccessException.class);
            try (Connection other = database.open();
                    MigrationLock next = lock(database, other, KEY)) {
                assertThat(next.tryAcquire()).isTrue();
            }
        }
    }

    private static boolean takesForTheTransaction(Connection connection, MigrationLock lock) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer =
                        statement.executeQuery(lock.transactionQuery().orElseThrow())) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private static void end(AutoCloseable resource) throws Exception {
        resource.close();
    }

    private static MigrationLock lock(TestDatabase database, Connection connection, String key) throws SQLException {
        Dialect dialect = Dialects.loadedFrom(LockIT.class.getClassLoader()).forConnection(connection);
        return dialect.locks().of(connection, database::open, key);
    }

    private static String sessionOf(DatabaseUnderTest kind, Connection connection) throws SQLException {
        String sql = kind == DatabaseUnderTest.POSTGRESQL ? "SELECT pg_backend_pid()" : "SELECT CONNECTION_ID()";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
