package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.MigrationFailedException;
import dev.retort.error.RetortException;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.spi.RetortEnvironment;
import dev.retort.tests.server.Proxies;
import dev.retort.tests.server.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application's own code throws while it holds the connection is told without the connection's password. */
class PasswordsTest {

    private static final String SECRET = "abc&defXyzzy77";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw new IllegalStateException(URL);",
                "throw new IllegalStateException(\"failed\", new java.io.IOException(URL));",
                "throw new java.sql.SQLException(\"failed\", \"42000\", 7, new RuntimeException(URL));",
                "var e = new Exception(\"failed\"); e.addSuppressed(new Exception(URL)); throw e;",
                "var e = new java.sql.SQLException(\"failed\"); e.setNextException(new java.sql.SQLException(URL)); throw e;",
                "throw new AssertionError(URL);"
            })
    void aDataStepThatThrowsItsConnectionsUrlShowsNoPassword(String throwing) throws SQLException {
        String database = "jdbc:h2:mem:passwords;USER=sa;PASSWORD=" + SECRET;
        new Revisions(folder)
                .java("r1", "", "op.run(connection -> { " + throwing.replace("URL", "\"" + database + "\"") + " });");
        List<RetortException> heard = new ArrayList<>();
        MigrationListener listener = new MigrationListener() {
            @Override
            public void failed(String database, RetortException failure) {
                heard.add(failure);
                assertThat(trace(failure)).doesNotContain("Xyzzy77");
            }
        };
        Retort retort = Retort.configure()
                .settings(Settings.empty(folder)
                        .with(ConfigKey.URL, database)
                        .with(ConfigKey.SCRIPT_LOCATION, folder.toString()))
                .listener(listener)
                .load();

        MigrationFailedException failure =
                catchThrowableOfType(MigrationFailedException.class, () -> retort.upgrade("heads"));

        assertThat(heard).containsExactly(failure);
        assertThat(failure.describe() + failure.reason() + failure.statement() + trace(failure))
                .contains(throwing.contains("failed") ? "failed" : "jdbc:h2:mem:passwords;USER=sa;PASSWORD=***")
                .doesNotContain("Xyzzy77");
        assertThat(failure.getCause() instanceof SQLException).isEqualTo(throwing.contains("new java.sql.SQL"));
    }

    @Test
    void thePasswordOfTheMigrationsOwnUrlIsOneToo() {
        Retort retort = Retort.configure()
                .settings(Settings.empty(folder)
                        .with(ConfigKey.URL, "jdbc:h2:mem:application")
                        .with(ConfigKey.MIGRATION_URL, "jdbc:h2:mem:migration;USER=sa;PASSWORD=" + SECRET))
                .load();

        assertThat(retort.masked("login with " + SECRET + " failed")).isEqualTo("login with *** failed");
    }

    @Test
    void aHostsConnectionIsNamedByItsUrlWithoutItsPassword() throws SQLException {
        new Revisions(folder).sql("r1", "", "SELECT 1;");
        List<String> heard = new ArrayList<>();
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            String url = database.jdbcUrl() + "?user=" + database.user() + "&password=Xyzzy77";
            Retort retort = Retort.configure()
                    .settings(Settings.empty(folder).with(ConfigKey.SCRIPT_LOCATION, folder.toString()))
                    .environment(new RetortEnvironment() {
                        @Override
                        public Optional<Connection> connect() throws SQLException {
                            return Optional.of(DriverManager.getConnection(url));
                        }
                    })
                    .listener(new MigrationListener() {
                        @Override
                        public void stepFinished(MigrationStep step, long durationMillis) {
                            heard.add(step.database());
                        }
                    })
                    .load();

            String reported = retort.upgrade().database();

            assertThat(reported).startsWith(database.jdbcUrl()).doesNotContain("Xyzzy77");
            assertThat(heard).containsExactly(reported);
            assertThat(retort.stamp("r1").database()).isEqualTo(reported);
        }
    }

    static Stream<Arguments> oddConnections() {
        return Stream.of(
                Arguments.of((Opening) () -> null, "DataSource.getConnection() returned null"),
                Arguments.of(
                        (Opening) () -> {
                            throw new IllegalStateException("no pool of jdbc:postgresql://db/shop?password=" + SECRET);
                        },
                        "The application opened no connection: no pool of jdbc:postgresql://db/shop?password=***"),
                Arguments.of(
                        (Opening) () -> {
                            throw new SQLException("no login at jdbc:postgresql://u:" + SECRET + "@db/shop");
                        },
                        "no login at jdbc:postgresql://***@db/shop"),
                Arguments.of(
                        (Opening) () -> {
                            Connection closed = DriverManager.getConnection("jdbc:h2:mem:");
                            closed.close();
                            return closed;
                        },
                        "cannot be opened: "));
    }

    /** Opens a connection, or does not. */
    private interface Opening {
        @Nullable
        Connection open() throws SQLException;
    }

    @ParameterizedTest
    @MethodSource("oddConnections")
    void aDataSourceWithoutAConnectionIsAnErrorThatNamesIt(Opening opening, String said) {
        Retort retort = Retort.configure()
                .settings(Settings.empty(folder).with(ConfigKey.SCRIPT_LOCATION, folder.toString()))
                .dataSource(Proxies.dataSource(opening::open))
                .load();

        RetortException failure = catchThrowableOfType(DatabaseAccessException.class, retort::current);

        assertThat(failure.describe())
                .contains(said, "Check the data source or environment that opens them.")
                .doesNotContain("'url'");
        assertThat(trace(failure)).doesNotContain("Xyzzy77");
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
