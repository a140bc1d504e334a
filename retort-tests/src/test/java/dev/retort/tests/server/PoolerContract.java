package dev.retort.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;

/** What tests rely on in a pooler; a class for each pooler has its tag. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
abstract class PoolerContract {

    private final Pooler pooler;

    PoolerContract(Pooler pooler) {
        this.pooler = pooler;
    }

    @ParameterizedTest
    @EnumSource
    void aClientKeepsItsSessionInTheModeOfSessionsAlone(PoolMode mode) throws SQLException {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
                TestDatabase pooled = pooler.inFrontOf(database, mode, 2);
                Connection client = pooled.open()) {
            List<Integer> sessions = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                sessions.add(session(client));
            }

            assertThat(sessions.get(2)).isEqualTo(sessions.get(0));
            assertThat(sessions.get(3)).isEqualTo(sessions.get(1));
            assertThat(new HashSet<>(sessions)).hasSize(mode == PoolMode.SESSION ? 1 : 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void transactionsAreOfOneSessionOrRefused(PoolMode mode) throws SQLException {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
                TestDatabase pooled = pooler.inFrontOf(database, mode, 2);
                Connection client = pooled.open()) {
            client.setAutoCommit(false);
            if (mode == PoolMode.STATEMENT) {
                assertThatThrownBy(() -> session(client)).isInstanceOf(SQLException.class);
            } else {
                assertThat(session(client)).isEqualTo(session(client));
                client.commit();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLockOfASessionOutlivesTheClientThatSharedIt(PoolMode mode) throws SQLException {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
                TestDatabase pooled = pooler.inFrontOf(database, mode, 1)) {
            pooled.execute("SELECT pg_advisory_lock(1)");
            // The only session is then the next client's, as the last one left it.
            pooled.execute("SELECT 1");

            assertThat(locks(database)).isEqualTo(mode == PoolMode.SESSION ? 0 : 1);
        }
    }

    @Test
    void whatAClientLeavesOpenIsRolledBack() throws SQLException {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
                TestDatabase pooled = pooler.inFrontOf(database, PoolMode.TRANSACTION, 1)) {
            try (Connection client = pooled.open();
                    Statement statement = client.createStatement()) {
                client.setAutoCommit(false);
                statement.execute("CREATE TABLE t (a INTEGER)");
            }

            pooled.execute("CREATE TABLE t (a INTEGER)");
        }
    }

    @Test
    void aSessionThatTheServerEndsIsReplaced() throws SQLException {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
                TestDatabase pooled = pooler.inFrontOf(database, PoolMode.TRANSACTION, 1)) {
            assertThatThrownBy(() -> pooled.execute("SELECT pg_terminate_backend(pg_backend_pid())"))
                    .isInstanceOf(SQLException.class);

            pooled.execute("SELECT 1");
        }
    }

    @Test
    void aStatementCanBeCancelled() throws SQLException {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
                TestDatabase pooled = pooler.inFrontOf(database, PoolMode.TRANSACTION, 1);
                Connection client = pooled.open();
                Statement statement = client.createStatement()) {
            CompletableFuture<Boolean> slow =
                    CompletableFuture.supplyAsync(() -> isCancelled(statement, "SELECT pg_sleep(600)"));
            while (!isRunning(database, "SELECT pg_sleep(600)")) {
                Thread.onSpinWait();
            }
            statement.cancel();

            assertThat(slow).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(true);
        }
    }

    @Test
    void rowsAreCopiedIn() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
                TestDatabase pooled = pooler.inFrontOf(database, PoolMode.TRANSACTION, 1);
                Connection client = pooled.open()) {
            pooled.execute("CREATE TABLE t (a INTEGER)");

            assertThat(client.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("COPY t FROM STDIN", new StringReader("1\n2\n")))
                    .isEqualTo(2);
        }
    }

    private static boolean isCancelled(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return false;
        } catch (SQLException cancelled) {
            return "57014".equals(cancelled.getSQLState());
        }
    }

    private static boolean isRunning(TestDatabase database, String sql) throws SQLException {
        return number(
                        database,
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query = '"
                                + sql + "'")
                > 0;
    }

    private static int locks(TestDatabase database) throws SQLException {
        return number(
                database,
                "SELECT count(*) FROM pg_locks JOIN pg_database d ON d.oid = database"
                        + " WHERE locktype = 'advisory' AND datname = current_database()");
    }

    private static int session(Connection client) throws SQLException {
        return number(client, "SELECT pg_backend_pid()");
    }

    private static int number(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.open()) {
            return number(connection, sql);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
