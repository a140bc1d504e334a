package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.Retort;
import dev.retort.RetortConfiguration;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.dialect.Dialects;
import dev.retort.error.ConfigurationException;
import dev.retort.error.DatabaseAccessException;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server says it is decides, and not the driver that connects to it. */
class ServerProductTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeARevision() {
        new Revisions(folder).sql("r1", "", "CREATE TABLE t (id INTEGER);");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CockroachDB CCL v23.1.11 (x86_64-pc-linux-gnu)",
                "PostgreSQL 11.2-YB-2.20.1.3-b0 on x86_64-pc-linux-gnu, compiled by clang",
                "PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC, Redshift 1.0.12103",
                "PostgreSQL 12.12 (Greenplum Database 7.0.0) on x86_64-pc-linux-gnu"
            })
    void aServerThatItsDriverTakesForPostgresqlIsRefusedByWhatItSays(String says) throws SQLException {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh()) {
            database.execute(
                    "CREATE SCHEMA cousin",
                    "CREATE FUNCTION cousin.version() RETURNS text LANGUAGE sql AS $$ SELECT '" + says + "'::text $$");
            String url = database.jdbcUrl() + (database.jdbcUrl().contains("?") ? "&" : "?")
                    + "currentSchema=cousin,pg_catalog";

            assertThatExceptionOfType(DatabaseAccessException.class)
                    .isThrownBy(() ->
                            retort(settings(database).with(ConfigKey.URL, url)).upgrade())
                    .withMessage("The database '" + says + "' is not one that Retort knows.");
        }
    }

    @Test
    void sqlIsWrittenForTheNamedDialectWithoutAnUrl() {
        String script = retort(settings().with(ConfigKey.DIALECT, "postgresql")).upgradeSql("heads");

        assertThat(script).contains("run this with: psql ", "CREATE TABLE t (id INTEGER);");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereNothingSaysTheDialectOfTheSqlItIsAskedFor(boolean withDataSource) {
        RetortConfiguration configuration = Retort.configure().settings(settings());
        if (withDataSource) {
            configuration.dataSource(new JdbcDataSource());
        }

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> configuration.load().upgradeSql("heads"))
                .satisfies(refused -> assertThat(refused.hint())
                        .contains("Set 'dialect' to one of "
                                + String.join(
                                        ", ",
                                        Dialects.loadedFrom(getClass().getClassLoader())
                                                .supported())
                                + "."));
    }

    @Test
    void theNamedDialectWinsOverTheUrlWhenNobodyConnects() {
        String script = retort(settings().with(ConfigKey.URL, "jdbc:h2:mem:x").with(ConfigKey.DIALECT, "sqlite"))
                .upgradeSql("heads");

        assertThat(script).contains("run this with: sqlite3 ");
    }

    @ForDatabases(variants = true)
    void anOpenDatabaseThatIsAnotherThanTheNamedDialectIsRefused(DatabaseUnderTest kind) throws SQLException {
        String other = kind == DatabaseUnderTest.SQLITE ? "h2" : "sqlite";
        try (TestDatabase database = kind.fresh()) {
            assertThatExceptionOfType(DatabaseAccessException.class)
                    .isThrownBy(() -> retort(settings(database).with(ConfigKey.DIALECT, other))
                            .upgrade())
                    .withMessageEndingWith(", and the setting 'dialect' says " + other + ".");
        }
    }

    private Settings settings() {
        return Settings.empty(folder).with(ConfigKey.SCRIPT_LOCATION, folder.toString());
    }

    private Settings settings(TestDatabase database) {
        Settings settings = settings().with(ConfigKey.URL, database.jdbcUrl());
        return database.user() == null || database.password() == null
                ? settings
                : settings.with(ConfigKey.USER, database.user()).with(ConfigKey.PASSWORD, database.password());
    }

    private static Retort retort(Settings settings) {
        return Retort.configure().settings(settings).load();
    }
}
