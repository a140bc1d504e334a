package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.error.DatabaseAccessException;
import dev.retort.runtime.MigrationListener;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a login may not see is not taken for missing: the right that lacks is named, with the statement that grants it. */
class DeniedTest {

    private static final String PASSWORD = "Vf7wq2LmT9";

    @TempDir
    private Path folder;

    private final String login =
            "app" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, retort_version",
        "POSTGRESQL, retort_history",
        "POSTGRESQL, retort_journal",
        "MARIADB, retort_version",
        "MARIADB, retort_history",
        "MARIADB, retort_journal",
        "H2, retort_version",
        "H2, retort_history",
        "H2, retort_journal"
    })
    void aTableThatTheLoginMayNotReadIsDenied(SharedDatabase kind, String table) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            Revisions.ofTwoTables(folder);
            RunSetup.upgrade(folder, database).run(MigrationListener.SILENT);
            try (Login user = login(database)) {
                for (String other : new String[] {"retort_version", "retort_history", "retort_journal", "one"}) {
                    if (!other.equals(table)) {
                        database.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON " + other + " TO " + user.name());
                    }
                }
                Retort retort = user.retort();

                assertDenied(
                        table.equals("retort_version")
                                ? retort::current
                                : table.equals("retort_history") ? () -> retort.history(":", true) : retort::upgrade,
                        table,
                        "GRANT SELECT ON ");
            }
        }
    }

    @Test
    void aSchemaThatTheLoginMayNotUseIsDenied() throws SQLException {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            Revisions.ofTwoTables(folder);
            RunSetup.upgrade(folder, database).run(MigrationListener.SILENT);
            try (Login user = login(database)) {
                database.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");

                assertDenied(user.retort()::current, "schema public", "GRANT USAGE ON SCHEMA public TO " + login + ";");
            }
        }
    }

    @Test
    void aSchemaInWhichTheLoginMayMakeNothingIsDenied() throws SQLException {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            Revisions.ofTwoTables(folder);
            try (Login user = login(database)) {
                assertDenied(
                        user.retort()::upgrade, "retort_version", "GRANT CREATE ON SCHEMA public TO " + login + ";");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"app", "'app,public'"})
    void aCurrentSchemaThatIsMissingIsSaidBeforeAnythingIsWritten(String path) throws SQLException {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            Revisions.ofTwoTables(folder);
            String url = database.jdbcUrl() + "?schema=" + path;

            assertThatThrownBy(() ->
                            retort(url, database.user(), database.password()).upgrade())
                    .isInstanceOfSatisfying(DatabaseAccessException.class, refused -> {
                        assertThat(refused.problem()).contains("The schema app,");
                        assertThat(refused.remedy()).contains("CREATE SCHEMA app;");
                    });
            assertThat(DatabaseState.rows(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
                    .isEmpty();

            database.execute("CREATE SCHEMA app");
            retort(url, database.user(), database.password()).upgrade();
            assertThat(DatabaseState.rows(database, "SELECT version_num FROM app.retort_version"))
                    .containsExactly("r2");
        }
    }

    @Test
    void anAddressOfMariadbWithoutADatabaseIsSaidBeforeAnythingIsWritten() throws SQLException {
        try (TestDatabase database = SharedDatabase.MARIADB.fresh()) {
            Revisions.ofTwoTables(folder);
            String server = database.jdbcUrl().replaceFirst("(//[^/]*/).*", "$1");

            assertThatThrownBy(() ->
                            retort(server, database.user(), database.password()).upgrade())
                    .isInstanceOf(DatabaseAccessException.class)
                    .hasMessageContaining("no database");
        }
    }

    private static void assertDenied(ThrowingCallable command, String what, String grant) {
        assertThatThrownBy(command).isInstanceOfSatisfying(DatabaseAccessException.class, denied -> {
            assertThat(denied.problem()).contains(what);
            assertThat(denied.remedy()).contains(grant);
        });
    }

    private Retort retort(String url, @Nullable String user, @Nullable String password) {
        return Retort.configure()
                .settings(new RunSetup(folder, 60, true, "heads", url, user, password)
                        .settings()
                        .with(ConfigKey.READ_TIMEOUT, 60))
                .load();
    }

    private Login login(TestDatabase database) throws SQLException {
        String name = database.kind() == SharedDatabase.MARIADB.kind ? "'" + login + "'@'%'" : login;
        database.execute(
                switch (database.kind()) {
                    case POSTGRESQL -> "CREATE USER " + name + " PASSWORD '" + PASSWORD + "'";
                    case MARIADB -> "CREATE USER " + name + " IDENTIFIED BY '" + PASSWORD + "'";
                    default -> "CREATE USER " + name + " PASSWORD '" + PASSWORD + "'";
                });
        return new Login(database, name);
    }

    /** Somebody who has no rights yet. */
    private final class Login implements AutoCloseable {

        private final TestDatabase database;
        private final String name;

        Login(TestDatabase database, String name) {
            this.database = database;
            this.name = name;
        }

        String name() {
            return name;
        }

        Retort retort() {
            return DeniedTest.this.retort(database.jdbcUrl().replace(";DB_CLOSE_DELAY=-1", ""), login, PASSWORD);
        }

        @Override
        public void close() throws SQLException {
            if (database.kind() == SharedDatabase.POSTGRESQL.kind) {
                database.execute("DROP OWNED BY " + name);
            }
            database.execute("DROP USER " + name);
        }
    }
}
