package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.MigrationFailedException;
import dev.retort.report.Resolution;
import dev.retort.spi.MigrationListener;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.DatabaseRows;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a login may not see is not taken for missing: the right that lacks is named, with the statement that grants it. */
class DeniedTest {

    private static final String PASSWORD = "Vf7wq2LmT9";

    @TempDir
    private Path folder;

    private final String login =
            "app" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @DatabaseRows({
        "POSTGRESQL | retort_version",
        "POSTGRESQL | retort_history",
        "POSTGRESQL | retort_journal",
        "MARIADB+MYSQL | retort_version",
        "MARIADB+MYSQL | retort_history",
        "MARIADB+MYSQL | retort_journal",
        "H2 | retort_version",
        "H2 | retort_history",
        "H2 | retort_journal"
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

    @DatabaseRows({
        "POSTGRESQL | base | r1 | retort_version | INSERT",
        "POSTGRESQL | r1 | heads | retort_version | UPDATE",
        "POSTGRESQL | r1 | base | retort_version | DELETE",
        "POSTGRESQL | r1 | heads | retort_history | INSERT",
        "MARIADB+MYSQL | base | r1 | retort_version | INSERT",
        "MARIADB+MYSQL | r1 | heads | retort_version | UPDATE",
        "MARIADB+MYSQL | r1 | base | retort_version | DELETE",
        "MARIADB+MYSQL | r1 | heads | retort_history | INSERT",
        "MARIADB+MYSQL | r1 | heads | retort_journal | INSERT",
        "MARIADB+MYSQL | r1 | heads | retort_journal | UPDATE",
        "MARIADB+MYSQL | r1 | heads | retort_journal | DELETE",
        "H2 | base | r1 | retort_version | INSERT",
        "H2 | r1 | heads | retort_version | UPDATE",
        "H2 | r1 | base | retort_version | DELETE",
        "H2 | r1 | heads | retort_history | INSERT",
        "H2 | r1 | heads | retort_journal | INSERT",
        "H2 | r1 | heads | retort_journal | UPDATE",
        "H2 | r1 | heads | retort_journal | DELETE"
    })
    void aTableThatTheLoginMayNotWriteIsNamedWithTheRight(
            SharedDatabase kind, String begin, String target, String table, String right) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            try (Login user = login(database)) {
                String schema = user.ownSchema();
                new Revisions(folder)
                        .sql("r1", "", "CREATE TABLE " + schema + "one (id INTEGER);", "DROP TABLE " + schema + "one;")
                        .sql("r2", "r1", "CREATE TABLE " + schema + "two (id INTEGER);");
                RunSetup.upgrade(folder, database).withTarget("r1").run(MigrationListener.SILENT);
                if (begin.equals("base")) {
                    RunSetup.downgrade(folder, database).run(MigrationListener.SILENT);
                }
                user.mayDoAllBut(right, table);
                Retort retort = user.retort();
                ThrowingCallable command =
                        target.equals("base") ? () -> retort.downgrade("base") : () -> retort.upgrade(target);

                assertThatThrownBy(command)
                        .isInstanceOfSatisfying(
                                MigrationFailedException.class,
                                failure -> assertThat(failure.hint().orElseThrow())
                                        .contains("othing of ")
                                        .doesNotContain("done and committed", "may be done")
                                        .contains("The login lacks " + right + " on the table ")
                                        .contains("GRANT " + right + " ON ")
                                        .contains(table));

                database.execute("GRANT " + right + " ON " + table + " TO " + user.name());
                assertThatCode(command).doesNotThrowAnyException();
                assertThat(DatabaseState.rows(database, "SELECT COUNT(*) FROM retort_history"))
                        .containsExactly(begin.equals("base") ? "3" : "2");
            }
        }
    }

    /** Its last write takes the entry that the history ends with. */
    @ForDatabases(has = Capability.DENIALS)
    void whatAMissedRevisionNeedsAtItsEndIsTriedBeforeItsFirstStatement(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            try (Login user = login(database)) {
                String schema = user.ownSchema();
                Revisions.ofTwoTables(folder);
                RunSetup.upgrade(folder, database).run(MigrationListener.SILENT);
                new Revisions(folder)
                        .sql(
                                "x1",
                                "r1",
                                "-- outside transaction\nCREATE TABLE " + schema + "missed (id INTEGER);\n-- end")
                        .sql("r2", "x1", "CREATE TABLE two (id INTEGER);");
                user.mayDoAllBut("UPDATE", "retort_history");

                assertThatThrownBy(user.retort()::upgradeMissed)
                        .isInstanceOfSatisfying(
                                MigrationFailedException.class,
                                failure -> assertThat(failure.hint().orElseThrow())
                                        .contains(
                                                "Nothing of the step is left.",
                                                "The login lacks UPDATE on the table ",
                                                "retort_history"));

                database.execute("GRANT UPDATE ON retort_history TO " + user.name());
                assertThat(user.retort().upgradeMissed().steps()).hasSize(1);
            }
        }
    }

    @Test
    void whatTakingAStepBackNeedsAtItsEndIsTriedBeforeItsFirstStatement() throws SQLException {
        try (TestDatabase database = SharedDatabase.MARIADB.fresh()) {
            new Revisions(folder).java("r1", "", """
                    op.createTable("one", column("id", integer()));
                    op.createTable("two", column("id", integer()));
                    op.execute("INSERT INTO nowhere VALUES (1)");
                    """);
            assertThatThrownBy(() -> RunSetup.upgrade(folder, database).run(MigrationListener.SILENT))
                    .isInstanceOf(MigrationFailedException.class);
            try (Login user = login(database)) {
                user.mayDoAllBut("DELETE", "retort_journal");

                assertThatThrownBy(() -> user.retort().resume(Resolution.UNDO))
                        .isInstanceOfSatisfying(
                                MigrationFailedException.class,
                                failure -> assertThat(failure.hint().orElseThrow())
                                        .contains(
                                                "These statements of the step are done",
                                                "The login lacks DELETE on the table ")
                                        .doesNotContain("may be done"));
                assertThat(DatabaseState.rows(database, "SELECT * FROM two")).isEmpty();
                assertThat(DatabaseState.rows(database, "SELECT closed_at IS NULL FROM retort_journal"))
                        .containsExactly("0", "0");
            }
        }
    }

    @ForDatabases(has = Capability.DENIALS)
    void aStampThatTheLoginMayNotWriteIsDenied(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            Revisions.ofTwoTables(folder);
            RunSetup.upgrade(folder, database).withTarget("r1").run(MigrationListener.SILENT);
            try (Login user = login(database)) {
                user.mayDoAllBut("INSERT", "retort_history");

                assertDenied(() -> user.retort().stamp("r2"), "retort_history", "GRANT INSERT ON ");
                assertThat(DatabaseState.rows(database, "SELECT version_num FROM retort_version"))
                        .containsExactly("r1");
            }
        }
    }

    @Test
    void aFileOfSqliteThatIsNotToBeWrittenIsNamed() {
        Revisions.ofTwoTables(folder);
        Path file = folder.resolve("shop.db");
        String url = "jdbc:sqlite:" + file;
        retort(url, null, null).upgrade("r1");

        assertThatThrownBy(() -> retort(url + "?open_mode=1", null, null).upgrade())
                .isInstanceOfSatisfying(
                        MigrationFailedException.class,
                        failure -> assertThat(failure.hint().orElseThrow())
                                .contains("The step was rolled back", "read and write the file " + file)
                                .containsOnlyOnce("The login lacks"));
        assertDenied(
                () -> retort(url + "?open_mode=1", null, null).stamp("r2"),
                "nothing was written",
                "read and write the file " + file);
    }

    @Test
    void aFileOfSqliteThatCannotBeOpenedIsNamed() throws IOException {
        Revisions.ofTwoTables(folder);
        Path directory = Files.createDirectory(folder.resolve("shop.db"));
        Path nowhere = folder.resolve("missing");

        assertDenied(retort("jdbc:sqlite:" + directory, null, null)::upgrade, "shop.db", directory + " is a directory");
        assertDenied(
                retort("jdbc:sqlite:" + nowhere.resolve("shop.db"), null, null)::upgrade,
                "shop.db",
                "The directory " + nowhere + " does not exist");
    }

    @Test
    void aLockThatTheLoginMayNotTakeIsDenied() throws SQLException {
        try (TestDatabase database = SharedDatabase.H2.fresh()) {
            Revisions.ofTwoTables(folder);
            RunSetup.upgrade(folder, database).withTarget("r1").run(MigrationListener.SILENT);
            try (Login user = login(database)) {
                user.mayDoAllBut("UPDATE", "retort_lock");

                assertDenied(user.retort()::upgrade, "retort_lock", "GRANT SELECT, INSERT, UPDATE ON retort_lock TO ");
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
                // Before version 15 everybody may.
                database.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");

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
                        assertThat(refused.hint().orElseThrow()).contains("CREATE SCHEMA app;");
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

    @ParameterizedTest
    @ValueSource(strings = {"retort_version", "retort_history"})
    void aTableWhoseRowsAreHiddenFromTheLoginIsNotAnEmptyOne(String table) throws SQLException {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            Revisions.ofTwoTables(folder);
            RunSetup.upgrade(folder, database).run(MigrationListener.SILENT);
            try (Login user = login(database)) {
                database.execute(
                        "GRANT ALL ON ALL TABLES IN SCHEMA public TO " + user.name(),
                        "ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY");
                Retort retort = user.retort();

                for (ThrowingCallable command : List.<ThrowingCallable>of(
                        retort::current,
                        retort::upgrade,
                        () -> retort.downgrade("base"),
                        () -> retort.stamp("r1"),
                        () -> retort.purgeAndStamp("base"))) {
                    assertDenied(command, table, "DISABLE ROW LEVEL SECURITY");
                }
                assertThat(RunSetup.upgrade(folder, database)
                                .retort(MigrationListener.SILENT)
                                .current()
                                .rows())
                        .containsExactly("r2");
            }
        }
    }

    @Test
    void aLoginOfH2WithoutTheRightsOfAnAdministratorOpensAFile() throws SQLException {
        String url = "jdbc:h2:" + folder.resolve("shop").toAbsolutePath();
        Revisions.ofTwoTables(folder);
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE USER lo PASSWORD '" + PASSWORD + "'");
            statement.execute("GRANT ALTER ANY SCHEMA TO lo");
        }

        assertThat(retort(url, "lo", PASSWORD).upgrade().heads()).containsExactly("r2");
    }

    private static void assertDenied(ThrowingCallable command, String what, String grant) {
        assertThatThrownBy(command).isInstanceOfSatisfying(DatabaseAccessException.class, denied -> {
            assertThat(denied.problem()).contains(what);
            assertThat(denied.hint().orElseThrow()).contains(grant);
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
        String name = database.kind().isLikeMariadb() ? "'" + login + "'@'%'" : login;
        database.execute(
                switch (database.kind()) {
                    case POSTGRESQL -> "CREATE USER " + name + " PASSWORD '" + PASSWORD + "'";
                    case MARIADB, MYSQL -> "CREATE USER " + name + " IDENTIFIED BY '" + PASSWORD + "'";
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

        private boolean isH2() {
            return database.kind() == SharedDatabase.H2.kind;
        }

        /** What stands before the name of a table that may be made: on H2 only who owns a schema makes tables in it. */
        String ownSchema() throws SQLException {
            if (!isH2()) {
                return "";
            }
            database.execute("CREATE SCHEMA own AUTHORIZATION " + name);
            return "own.";
        }

        /** Grants what a run needs, but for one right on one table. */
        void mayDoAllBut(String right, String table) throws SQLException {
            boolean h2 = isH2();
            List<String> tables = new ArrayList<>(List.of("retort_version", "retort_history", "retort_journal"));
            if (h2) {
                tables.add("retort_lock");
            }
            for (String each : tables) {
                List<String> rights = new ArrayList<>(List.of("SELECT", "INSERT", "UPDATE", "DELETE"));
                if (each.equals(table)) {
                    rights.remove(right);
                }
                database.execute("GRANT " + String.join(", ", rights) + " ON " + each + " TO " + name);
            }
            if (database.kind().isLikeMariadb()) {
                database.execute("GRANT CREATE, DROP ON * TO " + name);
            } else if (!h2) {
                database.execute("GRANT CREATE ON SCHEMA public TO " + name);
                database.execute("DO 'BEGIN IF to_regclass(''one'') IS NOT NULL THEN ALTER TABLE one OWNER TO " + name
                        + "; END IF; END'");
            }
        }

        Retort retort() {
            return DeniedTest.this.retort(database.jdbcUrl().replace(";DB_CLOSE_DELAY=-1", ""), login, PASSWORD);
        }

        @Override
        public void close() throws SQLException {
            if (database.kind() == SharedDatabase.POSTGRESQL.kind) {
                database.execute("DROP OWNED BY " + name);
            }
            if (isH2()) {
                database.execute("DROP SCHEMA IF EXISTS own CASCADE");
            }
            database.execute("DROP USER " + name);
        }
    }
}
