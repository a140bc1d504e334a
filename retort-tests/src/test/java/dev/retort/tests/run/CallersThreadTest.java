package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.RetortConfiguration;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.UsageException;
import dev.retort.report.Resolution;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.RetortEnvironment;
import dev.retort.tests.server.Proxies;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application whose connections depend on the thread that asks for them, as a routing data source for tenants does. */
class CallersThreadTest {

    /** The tenant of the thread. */
    private static final ThreadLocal<TestDatabase> TENANT = new ThreadLocal<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRevisions() {
        Revisions.ofTwoTables(folder);
    }

    static Stream<Named<Consumer<Retort>>> everyCommandThatConnects() {
        return Map.<String, Consumer<Retort>>of(
                        "upgrade", retort -> retort.upgrade("heads"),
                        "downgrade", retort -> retort.downgrade("r1"),
                        "stamp", retort -> retort.stamp("heads"),
                        "stamp --purge", retort -> retort.purgeAndStamp("heads"),
                        "resume", retort -> retort.resume(Resolution.ASK),
                        "current", Retort::current,
                        "history -i", retort -> retort.history(":", true),
                        "history -r current:", retort -> retort.history("current:", false),
                        "show current", retort -> retort.show("current"),
                        "ensure-version", Retort::ensureVersion)
                .entrySet()
                .stream()
                .map(command -> Named.of(command.getKey(), command.getValue()));
    }

    @ParameterizedTest
    @MethodSource("everyCommandThatConnects")
    void aDataSourceIsAskedOnTheThreadOfTheCaller(Consumer<Retort> command) {
        onATenantOfItsOwn(Retort.configure().dataSource(Proxies.dataSource(CallersThreadTest::routed)), command);
    }

    @ParameterizedTest
    @MethodSource("everyCommandThatConnects")
    void anEnvironmentIsAskedOnTheThreadOfTheCaller(Consumer<Retort> command) {
        RetortEnvironment environment = new RetortEnvironment() {
            @Override
            public Optional<Connection> connect() throws SQLException {
                return Optional.of(routed());
            }
        };
        onATenantOfItsOwn(Retort.configure().environment(environment), command);
        onATenantOfItsOwn(Retort.configure().environment(environment).openInBackground(), command);
    }

    private void onATenantOfItsOwn(RetortConfiguration configuration, Consumer<Retort> command) {
        configuration.settings(Settings.empty(folder).with(ConfigKey.SCRIPT_LOCATION, folder.toString()));
        try (TestDatabase tenant = SharedDatabase.H2.fresh()) {
            TENANT.set(tenant);
            Retort retort = configuration.load();
            retort.upgrade("heads");

            command.accept(retort);

            // H2 says its address without the settings in it.
            String named = retort.current().database();
            assertThat(tenant.jdbcUrl()).startsWith(named + ";");
        } finally {
            TENANT.remove();
        }
    }

    @Test
    void anUpgradeWithoutATargetLeadsToAllHeads() throws SQLException {
        try (TestDatabase database = SharedDatabase.SQLITE.fresh()) {
            new Revisions(folder).sql("r3", "r1", "CREATE TABLE three (id INTEGER);");

            assertThat(retort(database).upgrade().heads()).containsExactly("r2", "r3");
        }
    }

    @Test
    void whatNeedsATargetIsRefusedWithoutOneAndWritesNothing() throws SQLException {
        try (TestDatabase database = SharedDatabase.SQLITE.fresh()) {
            Retort retort = retort(database);
            retort.upgrade();

            refused(() -> retort.stamp(List.of()));
            refused(() -> retort.purgeAndStamp(List.of()));
            refused(() -> retort.stampSql(List.of()));
            refused(() -> retort.accept(List.of(), "why"));

            assertThat(DatabaseState.versionRows(database)).containsExactly("r2");
        }
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(UsageException.class);
    }

    private Retort retort(TestDatabase database) {
        return RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
    }

    /** A connection to the database of this thread's tenant; an error on a thread that has none. */
    private static Connection routed() throws SQLException {
        TestDatabase tenant = Optional.ofNullable(TENANT.get())
                .orElseThrow(() -> new SQLException("This thread has no tenant: " + Thread.currentThread()));
        return tenant.open();
    }
}
