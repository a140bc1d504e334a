package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.dialect.Dialects;
import dev.retort.error.DatabaseAccessException;
import dev.retort.history.MetadataTables;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.DatabaseRows;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The version, history and journal tables are where they were, whatever schemas come and go. */
class MetadataTablesTest {

    @TempDir
    private Path folder;

    @Test
    void aSchemaThatAppearsEarlierInTheSearchPathTakesNothingOver() throws SQLException {
        Revisions revisions = new Revisions(folder).sql("r1", "", "CREATE TABLE a (id INTEGER);");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            upgrade(database);
            database.execute("CREATE SCHEMA " + database.user());
            revisions.sql("r2", "r1", "INSERT INTO a VALUES (1);");

            upgrade(database);

            assertThat(DatabaseState.rows(database, "SELECT version_num FROM public.retort_version"))
                    .containsExactly("r2");
            assertThat(DatabaseState.rows(
                            database, "SELECT schemaname FROM pg_tables WHERE tablename LIKE 'retort\\_%'"))
                    .containsOnly("public");
        }
    }

    @ForDatabases
    void whateverEndsTheWritingTakesItBack(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh();
                Connection connection = database.open()) {
            MetadataTables tables = MetadataTables.named(
                    Dialects.loadedFrom(MetadataTablesTest.class.getClassLoader())
                            .forConnection(connection),
                    null,
                    "retort_version",
                    "retort_history",
                    "retort_journal");
            tables.create(connection);

            assertThatThrownBy(() -> tables.inTransaction(connection, () -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("INSERT INTO retort_version VALUES ('r1')");
                        }
                        throw new OutOfMemoryError("no more");
                    }))
                    .isInstanceOf(OutOfMemoryError.class);

            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(DatabaseState.versionRows(database)).isEmpty();
        }
    }

    @DatabaseRows({"POSTGRESQL | SET search_path TO other", "H2 | SET SCHEMA other", "MARIADB+MYSQL | USE other"})
    void aStepThatChangesTheSchemaOfItsSessionIsRecordedWhereAllAre(SharedDatabase kind, String change)
            throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            String home = DatabaseState.rows(
                            database, kind.kind.isLikeMariadb() ? "SELECT database()" : "SELECT current_schema")
                    .get(0);
            String other = home + "_other";
            database.execute("CREATE SCHEMA " + other);
            try {
                new Revisions(folder)
                        .sql("r1", "", change.replace("other", other) + ";\nCREATE TABLE a (id INTEGER);")
                        .sql("r2", "r1", "CREATE TABLE b (id INTEGER);");

                upgrade(database);

                assertThat(DatabaseState.versionRows(database)).containsExactly("r2");
                assertThat(DatabaseState.rows(database, "SELECT revision FROM retort_history ORDER BY id"))
                        .containsExactly("r1", "r2");
                assertThat(DatabaseState.rows(database, "SELECT * FROM retort_journal"))
                        .isEmpty();
            } finally {
                database.execute("DROP SCHEMA " + other + (kind.kind.isLikeMariadb() ? "" : " CASCADE"));
            }
        }
    }

    /** The server folds what is not quoted, beyond ASCII nothing, and cuts what is too long. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sales | sales",
                "SALES,public | sales",
                "%22Sales%22 | Sales",
                "%C3%84Sales | Äsales",
                "A123456789012345678901234567890123456789012345678901234567890123456789"
                        + " | a12345678901234567890123456789012345678901234567890123456789012",
                "Sales,pg_temp | sales"
            })
    void theSchemaOfTheConnectionIsTheOneThatTheServerReads(String written, String schema) throws SQLException {
        new Revisions(folder).sql("r1", "", "CREATE TABLE a (id INTEGER);");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            database.execute("CREATE SCHEMA \"" + schema + "\"");

            upgrade(in(written, database));

            assertThat(DatabaseState.rows(database, "SELECT schemaname FROM pg_tables WHERE tablename = 'a'"))
                    .containsExactly(schema);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pg_temp,public", "nowhere,PG_TEMP,public"})
    void aPathByWhichTablesWouldBeTemporaryIsRefused(String written) throws SQLException {
        new Revisions(folder).sql("r1", "", "CREATE TABLE a (id INTEGER);");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            TestDatabase temporary = in(written, database);

            assertThatExceptionOfType(DatabaseAccessException.class)
                    .isThrownBy(() -> upgrade(temporary))
                    .withMessageContaining("tables would be made as temporary ones");
        }
    }

    @Test
    void aSchemaThatIsNotThereIsNamedAsTheServerReadsIt() throws SQLException {
        new Revisions(folder).sql("r1", "", "CREATE TABLE a (id INTEGER);");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            TestDatabase elsewhere = in("Sales", database);

            assertThatExceptionOfType(DatabaseAccessException.class)
                    .isThrownBy(() -> upgrade(elsewhere))
                    .withMessageContaining("The schema sales, in which the connection is to work, does not");
        }
    }

    /** The same database by an address with a search path. */
    private static TestDatabase in(String path, TestDatabase database) {
        String url = database.jdbcUrl();
        return new TestDatabase(
                database.kind(),
                url + (url.contains("?") ? "&" : "?") + "currentSchema=" + path,
                database.user(),
                database.password(),
                () -> {});
    }

    private void upgrade(TestDatabase database) {
        RunSetup.upgrade(folder, database).run(MigrationListener.SILENT);
    }
}
