package dev.retort.tests.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.dialect.Dialects;
import dev.retort.dialect.postgresql.WatchedSockets;
import dev.retort.error.ConfigurationException;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.Socket;
import java.net.SocketOption;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What drivers are told on connections of Retort's own: what notices a silent peer, and nothing that they would drop. */
class DriverParametersTest {

    private static final Driver POSTGRESQL = new org.postgresql.Driver();
    private static final Driver MARIADB = new org.mariadb.jdbc.Driver();
    private static final Driver SQLITE = new org.sqlite.JDBC();

    private final Dialects dialects = Dialects.loadedFrom(DriverParametersTest.class.getClassLoader());

    @Test
    void aLoginHasATimeoutAndAConnectionAKeepAliveByDefault() {
        assertThat(dialects.watching("jdbc:postgresql://h/d", POSTGRESQL, Duration.ZERO))
                .isEqualTo(Map.of(
                        "loginTimeout", "30", "tcpKeepAlive", "true", "socketFactory", WatchedSockets.class.getName()));
        assertThat(dialects.watching("jdbc:mariadb://h/d", MARIADB, Duration.ZERO))
                .isEqualTo(Map.of(
                        "connectTimeout", "30000",
                        "tcpKeepAlive", "true",
                        "tcpKeepIdle", "30",
                        "tcpKeepInterval", "10",
                        "tcpKeepCount", "3"));
    }

    @Test
    void aReadTimeoutIsInTheDriversUnit() {
        Duration seconds = Duration.ofSeconds(7);
        assertThat(dialects.watching("jdbc:postgresql://h/d", POSTGRESQL, seconds))
                .containsEntry("socketTimeout", "7");
        assertThat(dialects.watching("jdbc:mariadb://h/d", MARIADB, seconds)).containsEntry("socketTimeout", "7000");
        assertThat(dialects.watching("jdbc:h2:tcp://h/d", new org.h2.Driver(), seconds))
                .containsEntry("NETWORK_TIMEOUT", "7000");
    }

    @Test
    void whatTheAddressSaysItselfWins() {
        assertThat(dialects.watching(
                        "jdbc:postgresql://h/d?loginTimeout=5&socketFactory=a.B&tcpKeepAlive=false&socketTimeout=9",
                        POSTGRESQL,
                        Duration.ofSeconds(7)))
                .isEmpty();
        assertThat(dialects.watching("jdbc:mariadb://h/d?CONNECTTIMEOUT=5&tcpKeepIdle=9", MARIADB, Duration.ZERO))
                .doesNotContainKeys("connectTimeout", "tcpKeepIdle");
    }

    /** Options that a system does not have are not among those that a socket supports. */
    @Test
    void theSocketsOfPostgresqlAskAnIdlePeerWithinAMinute() throws IOException {
        Map<String, Object> expected =
                Map.of("SO_KEEPALIVE", true, "TCP_KEEPIDLE", 30, "TCP_KEEPINTERVAL", 10, "TCP_KEEPCOUNT", 3);
        try (Socket socket = new WatchedSockets().createSocket()) {
            assertThat(socket.supportedOptions()).extracting(SocketOption::name).contains("SO_KEEPALIVE");
            for (SocketOption<?> option : socket.supportedOptions()) {
                if (expected.containsKey(option.name())) {
                    assertThat(socket.getOption(option)).isEqualTo(expected.get(option.name()));
                }
            }
        }
    }

    @Test
    void theDriverIsToldToMakeThemAlsoWhereBothAreModules() throws ReflectiveOperationException, URISyntaxException {
        ModuleFinder modules = ModuleFinder.of(placeOf(Dialects.class), placeOf(org.postgresql.Driver.class));
        Configuration found = ModuleLayer.boot()
                .configuration()
                .resolve(modules, ModuleFinder.of(), Set.of("dev.retort.core", "org.postgresql.jdbc"));
        ModuleLayer.Controller controller = ModuleLayer.defineModulesWithOneLoader(
                found, List.of(ModuleLayer.boot()), ClassLoader.getPlatformClassLoader());
        ModuleLayer layer = controller.layer();
        Class<?> listed = layer.findLoader("dev.retort.core").loadClass(Dialects.class.getName());
        controller.addExports(listed.getModule(), listed.getPackageName(), DriverParametersTest.class.getModule());
        Object driver = layer.findLoader("org.postgresql.jdbc")
                .loadClass("org.postgresql.Driver")
                .getConstructor()
                .newInstance();

        Object loaded = listed.getMethod("loadedFrom", ClassLoader.class).invoke(null, listed.getClassLoader());
        Object told = listed.getMethod("watching", String.class, Driver.class, Duration.class)
                .invoke(loaded, "jdbc:postgresql://h/d", driver, Duration.ZERO);

        assertThat(listed.getModule().isNamed()).isTrue();
        assertThat(((Map<?, ?>) told).get("socketFactory")).isEqualTo(WatchedSockets.class.getName());
    }

    private static Path placeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            pgbouncer=true              | pgbouncer          | Take it out of the url.
            sslcrl=/crl                 | sslcrl             | Take it out of the url.
            applicationname=shop        | applicationname    | Write ApplicationName.
            current_schema=app          | current_schema     | Write currentSchema.
            """)
    void aParameterThatTheDriverWouldDropIsRefused(String parameter, String named, String remedy) {
        assertThatThrownBy(() -> dialects.opened("jdbc:postgresql://host/shop?" + parameter, POSTGRESQL))
                .isInstanceOfSatisfying(ConfigurationException.class, refused -> {
                    assertThat(refused.problem()).contains("the parameter " + named + ",");
                    assertThat(refused.hint().orElseThrow()).isEqualTo(remedy);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/shop?sslmode=require&prepareThreshold=0&user=u&password=p&currentSchema=app",
                "jdbc:postgresql:///?host=h&port=5433&dbname=shop",
                "jdbc:postgresql:///shop?socketFactory=com.google.cloud.sql.postgres.SocketFactory&cloudSqlInstance=a:b:c"
            })
    void parametersOfTheDriverOrOfAClassThatIsNamedStay(String url) {
        assertThat(dialects.opened(url, POSTGRESQL)).isEqualTo(url);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            sslmode=foo                 | sslmode=foo           | It can be disable, allow, prefer, require, verify-ca, verify-full.
            preferQueryMode=fast        | preferQueryMode=fast  | It can be extended,
            targetServerType=writer     | targetServerType=writer | It can be any, primary,
            """)
    void aValueForWhichPostgresqlsDriverHasNoWordIsRefused(String parameter, String named, String remedy) {
        assertThatThrownBy(() -> dialects.opened("jdbc:postgresql://host/shop?" + parameter, POSTGRESQL))
                .isInstanceOfSatisfying(ConfigurationException.class, refused -> {
                    assertThat(refused.problem()).contains(named);
                    assertThat(refused.hint().orElseThrow()).startsWith(remedy);
                });
    }

    @Test
    void aServiceThatTheDriverDoesNotFindIsSaid() throws SQLException {
        String url = "jdbc:postgresql:///?service=nowhere";

        assertThat(POSTGRESQL.acceptsURL(url)).isFalse();
        assertThatThrownBy(() -> dialects.explainRejection(url))
                .isInstanceOfSatisfying(ConfigurationException.class, refused -> {
                    assertThat(refused.problem()).contains("service=nowhere");
                    assertThat(refused.hint().orElseThrow()).contains("~/.pg_service.conf");
                });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:sqlite:/d/y.db?key=SECRET               | the parameter key,      | Take it out of the url.
            jdbc:sqlite:/d/y.db?foreign_keys=on&nonsense | the parameter nonsense, | Take it out of the url.
            jdbc:sqlite::memory:?nonsense=1              | the parameter nonsense, | Take it out of the url.
            jdbc:sqlite:/d/y.db?mode=ro                  | the parameter mode,     | Write file: before the file, as in jdbc:sqlite:file:/d/y.db?mode=ro.
            jdbc:sqlite:file:/d/y.db?nonsense=1          | the parameter nonsense, | Take it out of the url.
            jdbc:sqlite:/d/y.db?journal_mode=FOO         | journal_mode=FOO        | It can be DELETE, TRUNCATE, PERSIST, MEMORY, WAL, OFF.
            jdbc:sqlite:/d/y.db?foreign_keys=maybe       | foreign_keys=maybe      | It can be true, false.
            jdbc:sqlite:/d/y.db?synchronous=SOMETIMES    | synchronous=SOMETIMES   | It can be OFF, NORMAL, FULL.
            jdbc:sqlite:/d/y.db?cache_size=abc           | cache_size=abc          | Write a number.
            jdbc:sqlite:/d/y.db?busy_timeout=soon        | busy_timeout=soon       | Write a number.
            """)
    void whatSqlitesDriverWouldMisreadIsRefused(String url, String named, String remedy) {
        assertThatThrownBy(() -> dialects.opened(url, SQLITE))
                .isInstanceOfSatisfying(ConfigurationException.class, refused -> {
                    assertThat(refused.problem()).contains(named).doesNotContain("SECRET");
                    assertThat(refused.hint().orElseThrow()).isEqualTo(remedy);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlite:/d/y.db?foreign_keys=on&Journal_Mode=wal&synchronous=EXTRA&cache_size=-2000&temp_store=2",
                "jdbc:sqlite:/d/y.db?password=x&date_string_format=yyyy&encoding=UTF-8&transaction_mode=IMMEDIATE",
                "jdbc:sqlite:file:x?mode=memory&cache=shared&busy_timeout=5000"
            })
    void parametersOfSqliteStay(String url) {
        assertThat(dialects.opened(url, SQLITE)).isEqualTo(url);
    }
}
