package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.error.RetortException;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.SilentProxy;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that says nothing any more ends a run with an error, not never. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SilentServerTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"postgresql, ?loginTimeout=1", "mariadb, ?connectTimeout=1000"})
    void aServerThatAcceptsAndSaysNothingIsSaidToBeOutOfReach(String product, String timeout) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Revisions.ofTwoTables(folder);
            String url = "jdbc:" + product + "://127.0.0.1:" + silent.getLocalPort() + "/shop" + timeout;

            assertThatThrownBy(
                            () -> new RunSetup(folder, 60, true, "heads", url, "u", "p").run(MigrationListener.SILENT))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("cannot be reached");
        }
    }

    @ForDatabases(has = Capability.NAMED_SESSIONS)
    void aServerThatFallsSilentInAStepEndsTheRunAfterTheReadTimeout(SharedDatabase kind) throws Exception {
        Revisions.ofTwoTables(folder);
        try (TestDatabase database = kind.fresh();
                SilentProxy proxy = SilentProxy.before(database)) {
            RunSetup setup =
                    new RunSetup(folder, 60, true, "heads", proxy.jdbcUrl(), database.user(), database.password());
            MigrationListener silencing = new MigrationListener() {
                @Override
                public void statementStarted(MigrationStep step, String sql) {
                    if (step.revision().id().equals("r2")) {
                        proxy.fallSilent();
                    }
                }
            };
            Retort retort = Retort.configure()
                    .settings(setup.settings().with(ConfigKey.READ_TIMEOUT, 2))
                    .listener(silencing)
                    .load();

            assertThatThrownBy(retort::upgrade).isInstanceOf(RetortException.class);
            assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
        }
    }
}
