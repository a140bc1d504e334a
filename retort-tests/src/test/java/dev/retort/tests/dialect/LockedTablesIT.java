package dev.retort.tests.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.dialect.InspectionScope;
import dev.retort.error.LockNotAvailableException;
import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** PostgreSQL's catalog waits for whoever has locked a table. */
class LockedTablesIT {

    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void aTableThatAnotherSessionLocksIsNamedWithTheSession() throws SQLException {
        try (Workbench bench = withRoom();
                Connection other = bench.database().open()) {
            other.setAutoCommit(false);
            lock(other);

            assertThatThrownBy(() -> inspect(bench, SHORT))
                    .isInstanceOf(LockNotAvailableException.class)
                    .hasMessageContaining("The catalog cannot be read while another session locks room: process "
                            + Workbench.ask(other, "SELECT pg_backend_pid()"));

            other.rollback();
            inspect(bench, SHORT);
        }
    }

    @Test
    void theSessionIsLeftAsItWas() throws SQLException {
        try (Workbench bench = withRoom();
                Connection other = bench.database().open()) {
            other.setAutoCommit(false);
            lock(other);
            assertThatThrownBy(() -> inspect(bench, Duration.ZERO)).isInstanceOf(LockNotAvailableException.class);
            other.rollback();

            inspect(bench, Duration.ofSeconds(10));

            assertThat(bench.connection().getAutoCommit()).isTrue();
            assertThat(Workbench.ask(bench.connection(), "SHOW lock_timeout")).isEqualTo("0");
        }
    }

    @Test
    void aLimitOfTheUsersOwnIsKept() throws SQLException {
        try (Workbench bench = withRoom();
                Connection other = bench.database().open()) {
            bench.sql("SET lock_timeout = '50ms'");
            other.setAutoCommit(false);
            lock(other);

            assertThatThrownBy(() -> inspect(bench, Duration.ofDays(1))).isInstanceOf(LockNotAvailableException.class);
            other.rollback();
            assertThat(Workbench.ask(bench.connection(), "SHOW lock_timeout")).isEqualTo("50ms");
        }
    }

    private static Workbench withRoom() throws SQLException {
        Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL);
        bench.sql("CREATE TABLE room (id integer DEFAULT 1 + 1, CHECK (id > 0))");
        return bench;
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE room IN ACCESS EXCLUSIVE MODE");
        }
    }

    private static void inspect(Workbench bench, Duration timeout) throws SQLException {
        assertThat(bench.dialect()
                        .inspector()
                        .inspect(bench.connection(), InspectionScope.DEFAULT_SCHEMA, timeout)
                        .tables())
                .hasSize(1);
    }
}
