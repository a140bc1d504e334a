package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.MigrationFailedException;
import dev.retort.error.OverlappingRevisionsException;
import dev.retort.error.UnknownVersionRowException;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.error.UsageException;
import dev.retort.error.VersionTableException;
import dev.retort.schema.QualifiedName;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.DatabaseRows;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a database or its version table does not allow: it is said, and nothing is left. */
class RefusalTest {

    private static final String SECRET = "Xyzzy77secret";
    private static final String FAILING_AT_THE_COMMIT = """
            CREATE TABLE parent (id INTEGER PRIMARY KEY);
            CREATE TABLE child (id INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
            INSERT INTO child VALUES (1);
            """;
    private static final String LONG_ID = "a_revision_id_of_more_than_32_characters";

    @TempDir
    private Path folder;

    private Revisions revisions;

    @BeforeEach
    void twoRevisions() {
        revisions = Revisions.ofTwoTables(folder);
    }

    @ForDatabases
    void rowsThatOverlapAreRefused(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            retort(database).upgrade("r2");
            database.execute("INSERT INTO retort_version VALUES ('r1')");
            revisions.sql("r3", "r2", "CREATE TABLE three (id INTEGER);");

            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOf(OverlappingRevisionsException.class);
        }
    }

    /** Retort has written both rows; it is the graph that has changed. */
    @ForDatabases
    void aHeadThatHasComeToLieBelowAnotherIsSaidWithTheChange(SharedDatabase kind) throws SQLException {
        revisions.sql("s2", "r1", "CREATE TABLE three (id INTEGER);");
        try (TestDatabase database = kind.fresh()) {
            retort(database).upgrade("heads");
            revisions.sql("s2", "r2", "CREATE TABLE three (id INTEGER);");
            String change = "'s2' revises 'r2' now, and did not when it was applied.";

            assertThat(retort(database).current().overlap()).isNotNull().satisfies(overlap -> {
                assertThat(overlap).hasMessageContaining(change);
                assertThat(overlap.hint())
                        .hasValueSatisfying(way -> assertThat(way)
                                .contains("what 's2' revised", "Retort.purgeAndStamp(\"s2\")")
                                .doesNotContain("by hand"));
            });
            for (Consumer<Retort> useCase : List.<Consumer<Retort>>of(
                    Retort::upgrade, retort -> retort.downgrade("r1"), Retort::check, retort -> retort.stamp("s2"))) {
                assertThatThrownBy(() -> useCase.accept(retort(database)))
                        .isInstanceOf(OverlappingRevisionsException.class)
                        .hasMessageContaining(change);
            }
            retort(database).purgeAndStamp("s2");
            assertThat(retort(database).upgrade().steps()).isEmpty();
        }
    }

    @Test
    void aRevisionThatWasPutBetweenTwoHeadsIsSaidToBeNeverRun() throws SQLException {
        revisions.sql("s2", "r1", "CREATE TABLE three (id INTEGER);");
        try (TestDatabase database = SharedDatabase.SQLITE.fresh()) {
            retort(database).upgrade("heads");
            revisions.sql("m1", "r2", "CREATE TABLE four (id INTEGER);");
            revisions.sql("s2", "m1", "CREATE TABLE three (id INTEGER);");

            assertThat(retort(database).current().overlap()).isNotNull().satisfies(overlap -> {
                assertThat(overlap).hasMessageContaining("'s2' revises 'm1' now, and did not when it was applied.");
                assertThat(overlap.hint())
                        .hasValueSatisfying(way -> assertThat(way).contains("'m1' was never run on this database"));
            });
        }
    }

    @ForDatabases
    void aRowThatIsNoRevisionIsRefused(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            retort(database).upgrade("r1");
            database.execute("UPDATE retort_version SET version_num = 'gone'");

            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOf(UnknownVersionRowException.class)
                    .hasMessageContaining("gone");
        }
    }

    @ForDatabases
    void aVersionRowThatSomebodyElseChangedEndsTheStep(SharedDatabase kind) throws SQLException {
        revisions.sql("r2", "r1", "CREATE TABLE two (id INTEGER);\nDELETE FROM retort_version;");
        try (TestDatabase database = kind.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOfSatisfying(VersionTableException.class, changed -> {
                        assertThat(changed).hasMessageContaining("0 rows instead of one");
                        assertThat(changed.hint().orElseThrow())
                                .contains(
                                        kind.transactionalDdl
                                                ? "The step was rolled back, nothing of it is left."
                                                : "These statements of the step are done and committed:\n    CREATE TABLE two");
                    });
            assertThat(DatabaseState.rows(database, "SELECT revision FROM retort_history"))
                    .containsExactly("r1");
        }
    }

    @ForDatabases
    void aRunGoesOnWhereAlembicStopped(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            alembicAtFirst(database);

            assertThat(alembic(database).upgrade("heads").steps()).hasSize(1);
            assertThat(DatabaseState.rows(database, "SELECT version_num FROM alembic_version"))
                    .containsExactly("r2");
        }
    }

    /** What is lost would run a second time. */
    @ForDatabases
    void aStampThatWouldLoseOneOfItsTargetsIsRefusedWithTheWayThatKeepsAll(SharedDatabase kind) throws SQLException {
        revisions.sql("s2", "r1", "CREATE TABLE three (id INTEGER);");
        try (TestDatabase database = kind.fresh()) {
            retort(database).upgrade("heads");
            revisions.sql("r3", "r2", "CREATE TABLE four (id INTEGER);");

            for (String[] targets : new String[][] {{"heads"}, {"r3", "s2"}}) {
                assertThatThrownBy(() -> retort(database).stamp(List.of(targets)))
                        .isInstanceOf(UsageException.class);
            }
            assertThatThrownBy(() -> retort(database).stamp("s2", "r3"))
                    .isInstanceOfSatisfying(
                            UsageException.class,
                            refused -> assertThat(refused.hint().orElseThrow())
                                    .contains("Retort.purgeAndStamp(\"r3\", \"s2\")"));
            assertThat(DatabaseState.of(database).version()).containsExactlyInAnyOrder("r2", "s2");
            assertThat(retort(database).stamp("r3").heads()).containsExactlyInAnyOrder("r3", "s2");
            assertThat(retort(database).upgrade().steps()).isEmpty();
        }
    }

    @ForDatabases(has = Capability.TEXT_LENGTHS)
    void anIdTooLongForAlembicsTableIsRefusedBeforeTheFirstStep(SharedDatabase kind) throws SQLException {
        revisions.sql(LONG_ID, "r2", "CREATE TABLE three (id INTEGER);");
        try (TestDatabase database = kind.fresh()) {
            alembicAtFirst(database);

            assertThatThrownBy(() -> alembic(database).upgrade("heads"))
                    .isInstanceOf(VersionTableException.class)
                    .hasMessageContaining("at most 32 characters");
            assertThat(DatabaseState.rows(database, "SELECT version_num FROM alembic_version"))
                    .containsExactly("r1");

            assertThatThrownBy(() -> alembic(database).stamp("heads"))
                    .isInstanceOf(VersionTableException.class)
                    .hasMessageContaining("at most 32 characters");
            assertThat(DatabaseState.rows(database, "SELECT version_num FROM alembic_version"))
                    .containsExactly("r1");
        }
    }

    private static void alembicAtFirst(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE one (id INTEGER)",
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                        + "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))",
                "INSERT INTO alembic_version VALUES ('r1')");
    }

    private Retort alembic(TestDatabase database) {
        return with(database, ConfigKey.VERSION_TABLE, "alembic_version");
    }

    @ForDatabases
    void withOneTransactionForAllAFailureLeavesNothing(SharedDatabase kind) throws SQLException {
        revisions.sql("r2", "r1", "ALTER TABLE missing ADD COLUMN extra INTEGER;");
        try (TestDatabase database = kind.fresh()) {
            Retort retort = with(database, ConfigKey.TRANSACTION_PER_MIGRATION, false);

            if (kind.transactionalDdl) {
                MigrationFailedException failure =
                        catchThrowableOfType(MigrationFailedException.class, () -> retort.upgrade("heads"));
                assertThat(failure.hint().orElseThrow()).contains("the database is as it was before the run");
                assertThat(DatabaseState.schema(database).tables())
                        .noneMatch(table -> table.name().name().equalsIgnoreCase("one"));
                assertThat(DatabaseState.versionRows(database)).isEmpty();
            } else {
                assertThatThrownBy(() -> retort.upgrade("heads"))
                        .isInstanceOf(UsageException.class)
                        .hasMessageContaining("commits schema changes by itself");
                assertThat(DatabaseState.schema(database).tables()).isEmpty();
            }
        }
    }

    @Test
    void aConstraintThatFailsAtTheCommitFailsItsStep() throws SQLException {
        revisions.sql("r2", "r1", FAILING_AT_THE_COMMIT);
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            MigrationFailedException failure = catchThrowableOfType(
                    MigrationFailedException.class, () -> retort(database).upgrade("heads"));

            assertThat(failure.revision()).isEqualTo("r2");
            assertThat(failure.hint().orElseThrow()).contains("The step was rolled back");
            assertThat(retort(database).current().rows()).containsExactly("r1");
        }
    }

    @Test
    void aConstraintThatFailsAtTheOnlyCommitLeavesNothing() throws SQLException {
        revisions.sql("r2", "r1", FAILING_AT_THE_COMMIT);
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            Retort retort = with(database, ConfigKey.TRANSACTION_PER_MIGRATION, false);
            MigrationFailedException failure =
                    catchThrowableOfType(MigrationFailedException.class, () -> retort.upgrade("heads"));

            assertThat(failure.statement()).isEqualTo("COMMIT, of all steps");
            assertThat(failure.hint().orElseThrow()).contains("Everything was rolled back");
            assertThat(retort(database).current().rows()).isEmpty();
        }
    }

    @ForDatabases(has = Capability.NAMED_SESSIONS)
    void aConnectionThatIsLostInAStepIsSaidAndTheNextRunGoesOn(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            MigrationListener breaking = new MigrationListener() {
                @Override
                public void statementStarted(MigrationStep step, String sql) {
                    if (sql.contains("two")) {
                        endOtherSessions(database);
                    }
                }
            };
            RunSetup setup = RunSetup.upgrade(folder, database);
            MigrationFailedException failure = catchThrowableOfType(
                    MigrationFailedException.class, () -> setup.retort(breaking).upgrade("heads"));

            assertThat(failure.revision()).isEqualTo("r2");
            assertThat(failure.hint().orElseThrow()).contains("The connection is lost");
            if (kind.kind.isLikeMariadb()) {
                Advice.follow(setup, database);
            }
            assertThat(retort(database).upgrade("heads").heads()).containsExactly("r2");
        }
    }

    private static void endOtherSessions(TestDatabase database) {
        try {
            if (database.jdbcUrl().contains("postgresql")) {
                DatabaseState.rows(database, """
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                        WHERE datname = current_database() AND pid <> pg_backend_pid()""");
                return;
            }
            for (String id : DatabaseState.rows(database, """
                    SELECT id FROM information_schema.processlist
                    WHERE db = DATABASE() AND id <> CONNECTION_ID()""")) {
                database.execute("KILL " + id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLoginThatMayNotMakeTablesIsToldWhoCan() throws SQLException {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            database.execute(
                    "DROP ROLE IF EXISTS weak",
                    "CREATE ROLE weak LOGIN PASSWORD '" + SECRET + "'",
                    "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
            DatabaseAccessException failure = refused(Settings.empty(folder)
                    .with(ConfigKey.URL, database.jdbcUrl())
                    .with(ConfigKey.USER, "weak")
                    .with(ConfigKey.PASSWORD, SECRET));

            assertThat(failure).hasMessageContaining("retort_version cannot be created");
            assertThat(failure.hint())
                    .hasValueSatisfying(hint -> assertThat(hint).contains("Retort.ensureVersion()"));
        }
    }

    @DatabaseRows("H2+MARIADB+MYSQL")
    void aWrongPasswordIsNotRepeated(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh();
                Connection keptOpen = database.open()) {
            DatabaseAccessException failure = refused(Settings.empty(folder)
                    .with(ConfigKey.URL, database.jdbcUrl())
                    .with(ConfigKey.USER, "" + database.user())
                    .with(ConfigKey.PASSWORD, SECRET));

            assertThat(keptOpen.isValid(5)).isTrue();
            assertThat(failure).hasMessageContaining("refuses the login");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://user:" + SECRET + "@localhost:1/db",
                "jdbc:postgresql://localhost:1/db?user=user&password=" + SECRET,
                "mariadb+pymysql://user:" + SECRET + "@localhost:1/db",
                "jdbc:mariadb://localhost:1/db?user=user&password=" + SECRET,
                "jdbc:h2:tcp://localhost:1/db;USER=sa;PASSWORD=" + SECRET
            })
    void aServerThatIsNotThereIsNamedWithoutThePassword(String url) {
        DatabaseAccessException failure = refused(Settings.empty(folder).with(ConfigKey.URL, url));

        assertThat(failure).hasMessageContaining("cannot be reached").hasMessageContaining("localhost:1");
    }

    @Test
    void whatAServerSaysThatTakesNoConnectionStandsAlone() throws SQLException {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            database.execute("CREATE ROLE kept_out LOGIN CONNECTION LIMIT 0");
            try {
                DatabaseAccessException failure = refused(Settings.empty(folder)
                        .with(ConfigKey.URL, database.jdbcUrl())
                        .with(ConfigKey.USER, "kept_out"));

                assertThat(failure)
                        .hasMessageContaining("refuses the connection: ")
                        .hasMessageContaining("kept_out");
                assertThat(failure.hint()).isEmpty();
            } finally {
                database.execute("DROP ROLE kept_out");
            }
        }
    }

    @ForDatabases(has = Capability.NAMED_SESSIONS)
    void aConnectionThatIsLostBeforeTheFirstStepIsSaidWithoutAGuess(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            MigrationListener breaking = new MigrationListener() {
                @Override
                public void planned(String name, List<MigrationStep> steps) {
                    endOtherSessions(database);
                }
            };
            DatabaseAccessException failure = catchThrowableOfType(
                    DatabaseAccessException.class,
                    () -> RunSetup.upgrade(folder, database).retort(breaking).upgrade("heads"));

            assertThat(failure).hasMessageContaining("lost");
            assertThat(failure.hint()).isEmpty();
        }
    }

    /** PostgreSQL 18 computes columns when they are read, MariaDB 11.7 has vectors. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"POSTGRESQL, 18, 0, integer()).virtualAs(\"id + 1\")", "MARIADB, 11, 7, nativeType(\"vector(3)\"))"
            })
    void whatTheServersVersionCannotDoIsRefusedBeforeTheFirstStep(
            SharedDatabase kind, int major, int minor, String type) throws SQLException {
        revisions.java("r3", "r2", "op.addColumn(\"two\", column(\"extra\", " + type + ");");
        try (TestDatabase database = kind.fresh()) {
            if (version(database).atLeast(major, minor)) {
                assertThat(retort(database).upgrade("heads").steps()).hasSize(3);
                return;
            }
            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOf(UnsupportedByDialectException.class)
                    .hasMessageContaining("add column two.extra")
                    .hasMessageContaining("version " + major);
            assertThat(DatabaseState.schema(database).table(QualifiedName.of("one")))
                    .isEmpty();
        }
    }

    @Test
    void anIndexThatAnExistingTableHasNoRoomForIsRefusedBeforeTheFirstStep() throws SQLException {
        try (TestDatabase database = SharedDatabase.MARIADB.fresh()) {
            database.execute("CREATE TABLE pets (name varchar(2000)) CHARACTER SET utf8mb4");
            revisions.java("r3", "r2", "op.createIndex(\"ix_pets_name\", \"pets\", \"name\");");

            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOf(UnsupportedByDialectException.class)
                    .hasMessageContaining("ix_pets_name")
                    .hasMessageContaining("takes 8000 bytes, and a key has at most 3072");
            assertThat(DatabaseState.schema(database).table(QualifiedName.of("one")))
                    .isEmpty();
        }
    }

    private static DatabaseVersion version(TestDatabase database) throws SQLException {
        try (Connection connection = database.open()) {
            return DatabaseVersion.of(connection);
        }
    }

    /** The failure of an upgrade, in nothing of which the password stands. */
    private DatabaseAccessException refused(Settings settings) {
        Retort retort = Retort.configure()
                .settings(settings.with(ConfigKey.SCRIPT_LOCATION, folder.toString()))
                .load();
        DatabaseAccessException failure =
                catchThrowableOfType(DatabaseAccessException.class, () -> retort.upgrade("heads"));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(failure.describe() + trace).doesNotContain(SECRET);
        return failure;
    }

    private Retort retort(TestDatabase database) {
        return RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
    }

    private Retort with(TestDatabase database, ConfigKey key, Object value) {
        return Retort.configure()
                .settings(RunSetup.upgrade(folder, database).settings().with(key, value))
                .load();
    }
}
