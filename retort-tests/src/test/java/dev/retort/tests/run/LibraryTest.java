package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.Retort;
import dev.retort.RetortConfiguration;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.ConfigurationException;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.MigrationFailedException;
import dev.retort.error.RetortException;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.hsqldb.jdbc.JDBCDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** An application that brings its own database up to date: with its connections, from revisions that are packaged with it. */
@Tag("jdk")
class LibraryTest {

    @TempDir
    private Path folder;

    private Path classes;

    /** As a build does it. */
    @BeforeEach
    void packageRevisions() throws IOException {
        Path sources = folder.resolve("sources");
        classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve("versions"));
        new Revisions(sources)
                .java("r1", "", "op.createTable(\"one\", column(\"id\", integer()));", "op.dropTable(\"one\");")
                .sql("r2", "r1", "CREATE TABLE two (id INTEGER);", "DROP TABLE two;");
        Compilation.of(sources.resolve("versions/Vr1.java"), classes);
        Files.copy(sources.resolve("versions/r2_step.sql"), classes.resolve("versions/r2_step.sql"));
        assertThat(Retort.index(List.of(sources), classes, "versions")).isEqualTo(2);
    }

    @ForDatabases
    void runsPackagedRevisionsThroughADataSource(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh();
                URLClassLoader application = application()) {
            Retort retort = retort(source(database), application);

            assertThat(retort.upgrade("heads").heads()).containsExactly("r2");
            assertThat(retort.upgrade("heads").steps()).isEmpty();
            assertThat(DatabaseState.rows(database, "SELECT * FROM one, two")).isEmpty();
            assertThat(retort.current().rows()).containsExactly("r2");

            assertThat(retort.downgrade("base").heads()).isEmpty();
            assertThat(DatabaseState.versionRows(database)).isEmpty();
        }
    }

    @ForDatabases
    void everyEventAndEveryReportNamesTheDatabaseInOneWay(SharedDatabase kind) throws Exception {
        List<String> heard = new ArrayList<>();
        MigrationListener listener = new MigrationListener() {
            @Override
            public void planned(String database, List<MigrationStep> steps) {
                heard.add(database);
            }

            @Override
            public void stepFinished(MigrationStep step, long durationMillis) {
                heard.add(step.database());
            }

            @Override
            public void failed(String database, RetortException failure) {
                heard.add(database);
            }
        };
        try (TestDatabase database = kind.fresh();
                URLClassLoader application = application();
                Connection connection = database.open()) {
            connection.createStatement().execute("CREATE TABLE two (id INTEGER)");
            Retort retort = configuration(source(database), application)
                    .listener(listener)
                    .load();

            assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(() -> retort.upgrade("heads"));

            String reported = retort.current().database();
            assertThat(heard).hasSize(3).containsOnly(reported);
            // MariaDB's driver has opened it, and says so.
            assertThat(database.jdbcUrl().replaceFirst("^jdbc:mysql:", "jdbc:mariadb:"))
                    .startsWith(reported);
        }
    }

    /** A url that nobody connects to is not the database. */
    @Test
    void aDataSourceThatCannotLogInIsCalledThat() throws Exception {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            PGSimpleDataSource source = (PGSimpleDataSource) source(database);
            source.setUser("nobody_here");
            Retort retort = Retort.configure()
                    .settings(Settings.empty(folder).with(ConfigKey.URL, "jdbc:postgresql://elsewhere/shop"))
                    .dataSource(source)
                    .load();

            assertThatExceptionOfType(DatabaseAccessException.class)
                    .isThrownBy(retort::current)
                    .withMessageStartingWith("The database of the data source refuses the login: ")
                    .satisfies(refused -> assertThat(refused.hint())
                            .hasValue("Check the data source or environment that opens them."));
        }
    }

    @Test
    void aDataSourceThatFailsIsToBeCheckedAndNotTheUrlBesideIt() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("missing/shop.db"));
        Retort retort = Retort.configure()
                .settings(Settings.empty(folder).with(ConfigKey.URL, "jdbc:postgresql://elsewhere/shop"))
                .dataSource(source)
                .load();

        assertThatExceptionOfType(DatabaseAccessException.class)
                .isThrownBy(retort::current)
                .satisfies(failed ->
                        assertThat(failed.hint()).hasValue("Check the data source or environment that opens them."));
    }

    @ParameterizedTest
    @EnumSource(
            value = ConfigKey.class,
            names = {"URL", "MIGRATION_URL"})
    void theUrlThatIsToBeCheckedIsTheOneThatWasOpened(ConfigKey key) {
        Retort retort = Retort.configure()
                .settings(Settings.empty(folder).with(key, "jdbc:h2:file:" + folder.resolve("shop") + ";IFEXISTS=TRUE"))
                .load();

        assertThatExceptionOfType(DatabaseAccessException.class)
                .isThrownBy(retort::current)
                .satisfies(failed -> assertThat(failed.hint())
                        .hasValue("Check '" + key.key() + "': host, port and database, or the file."));
    }

    @Test
    void aMissingDatabaseIsAskedForAsAProgramNamesIt() {
        Retort retort = Retort.configure().settings(Settings.empty(folder)).load();

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(retort::current)
                .satisfies(failure -> assertThat(failure.hint())
                        .hasValue("Set a data source or ConfigKey.URL in RetortConfiguration."));
    }

    @Test
    void findsPackagedRevisionsThroughTheLoaderOfTheThreadWhenNoneIsNamed() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (TestDatabase database = SharedDatabase.SQLITE.fresh();
                URLClassLoader application = application()) {
            thread.setContextClassLoader(application);
            Retort retort = Retort.configure()
                    .dataSource(source(database))
                    .scriptLocation("classpath:versions")
                    .load();

            assertThat(retort.upgrade("heads").heads()).containsExactly("r2");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** On H2 the lock is held on a connection of its own. */
    @Test
    void givesAllConnectionsBackToAPoolAsTheyWere() throws Exception {
        try (TestDatabase database = SharedDatabase.H2.fresh();
                URLClassLoader application = application()) {
            JdbcConnectionPool pool =
                    JdbcConnectionPool.create(database.jdbcUrl() + ";LOCK_TIMEOUT=4321", database.user(), "");
            pool.setMaxConnections(2);
            try {
                assertThat(retort(pool, application).upgrade("heads").heads()).containsExactly("r2");

                assertThat(pool.getActiveConnections()).isZero();
                try (Connection one = pool.getConnection();
                        Connection other = pool.getConnection()) {
                    assertThat(lockTimeout(one)).isEqualTo(4321);
                    assertThat(lockTimeout(other)).isEqualTo(4321);
                    assertThat(one.getAutoCommit()).isTrue();
                    assertThat(other.getAutoCommit()).isTrue();
                }
            } finally {
                pool.dispose();
            }
        }
    }

    private static int lockTimeout(Connection connection) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("SELECT LOCK_TIMEOUT()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Retort retort(DataSource source, ClassLoader application) {
        return configuration(source, application).load();
    }

    private static RetortConfiguration configuration(DataSource source, ClassLoader application) {
        return Retort.configure()
                .dataSource(source)
                .scriptLocation("classpath:versions")
                .classLoader(application);
    }

    /** Sees what the thread's own loader does not. */
    private URLClassLoader application() throws IOException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, LibraryTest.class.getClassLoader());
    }

    private static DataSource source(TestDatabase database) throws SQLException {
        return switch (database.kind()) {
            case SQLITE -> {
                SQLiteDataSource source = new SQLiteDataSource();
                source.setUrl(database.jdbcUrl());
                yield source;
            }
            case H2, H2_FILE -> {
                JdbcDataSource source = new JdbcDataSource();
                source.setURL(database.jdbcUrl());
                source.setUser(database.user());
                source.setPassword(database.password());
                yield source;
            }
            case HSQLDB, HSQLDB_FILE -> {
                JDBCDataSource source = new JDBCDataSource();
                source.setURL(database.jdbcUrl());
                source.setUser(database.user());
                source.setPassword(database.password());
                yield source;
            }
            case POSTGRESQL -> {
                PGSimpleDataSource source = new PGSimpleDataSource();
                source.setUrl(database.jdbcUrl());
                source.setUser(database.user());
                source.setPassword(database.password());
                yield source;
            }
            case MARIADB, MYSQL -> {
                MariaDbDataSource source = new MariaDbDataSource(database.jdbcUrl());
                source.setUser(database.user());
                source.setPassword(database.password());
                yield source;
            }
        };
    }
}
