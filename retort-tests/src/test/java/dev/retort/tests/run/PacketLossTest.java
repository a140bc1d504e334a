package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.server.NetworkNamespace;
import dev.retort.tests.server.SilentProxy;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network of its own that loses every packet in the middle of a step ends the run. */
@Tag("packet-loss")
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PacketLossTest {

    /** In seconds: a machine that is full takes longer. */
    private static final int MARGIN = 15;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, 0, 60", "MARIADB, 0, 60", "POSTGRESQL, 4, 4", "MARIADB, 4, 4"})
    void aRunThatWaitsForItsStatementEndsInTime(SharedDatabase kind, int readTimeout, int seconds) throws Exception {
        try (TestDatabase database = kind.fresh();
                NetworkNamespace network = NetworkNamespace.create();
                SilentProxy relay = SilentProxy.before(database, network.address());
                HeldTable held = HeldTable.in(database, kind)) {
            ShellProject project = project(database, relay, readTimeout);
            project.revisions().sql("r2", "r1", HeldTable.CHANGE + ";");
            endsInTime(project, network, held::isWaitedFor, () -> {}, seconds);

            assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
        }
    }

    /** The system sends again what is not acknowledged. Here it gives up after 6 seconds, by itself after a quarter of an hour. */
    @ParameterizedTest
    @CsvSource({"POSTGRESQL, 0, 6", "MARIADB, 0, 6", "POSTGRESQL, 2, 2", "MARIADB, 2, 2"})
    void aRunWhoseStatementIsLostEndsWhenTheSystemGivesUpOrInTime(SharedDatabase kind, int readTimeout, int seconds)
            throws Exception {
        try (TestDatabase database = kind.fresh();
                NetworkNamespace network = NetworkNamespace.create();
                SilentProxy relay = SilentProxy.before(database, network.address())) {
            network.giveUpAfterSixSeconds();
            ShellProject project = project(database, relay, readTimeout);
            project.revisions().java("r2", "r1", """
                    op.run(connection -> {
                        java.nio.file.Files.createFile(java.nio.file.Path.of("begun"));
                        while (!java.nio.file.Files.exists(java.nio.file.Path.of("lost"))) {
                            Thread.yield();
                        }
                    });
                    op.execute("CREATE TABLE two (id INTEGER)");
                    """);
            endsInTime(
                    project,
                    network,
                    () -> Files.exists(folder.resolve("begun")),
                    () -> Files.createFile(folder.resolve("lost")),
                    seconds);

            assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
        }
    }

    private ShellProject project(TestDatabase database, SilentProxy relay, int readTimeout) throws IOException {
        ShellProject project = ShellProject.with(folder, relay.jdbcUrl(), database.user(), database.password());
        Files.writeString(
                folder.resolve("retort.toml"), "read_timeout = " + readTimeout + "\n", StandardOpenOption.APPEND);
        project.revisions().sql("r1", "", "CREATE TABLE one (id INTEGER);");
        return project;
    }

    /** Runs an upgrade inside, loses all packets when the moment has come, and waits for the error. */
    private static void endsInTime(
            ShellProject project, NetworkNamespace network, Moment moment, Then then, int seconds) throws Exception {
        Process upgrade = project.shell().start("exec " + network.prefix() + "retort upgrade heads");
        try {
            // Nothing may be under way then but what the test says.
            while (!moment.hasCome() || !NetworkNamespace.allIsAcknowledged(upgrade)) {
                assertThat(upgrade.isAlive()).as("The run has ended too soon").isTrue();
            }
            network.loseAllPackets();
            long lost = System.nanoTime();
            then.happens();

            assertThat(upgrade.waitFor(seconds + MARGIN, TimeUnit.SECONDS)).isTrue();
            Duration took = Duration.ofNanos(System.nanoTime() - lost);
            String said = new String(upgrade.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(took).as("Silence, no refusal").isGreaterThan(Duration.ofSeconds(seconds / 2));
            assertThat(upgrade.exitValue()).as(said).isEqualTo(1);
            assertThat(said).contains("The upgrade of 'r2' failed", "The connection is lost", "un the command again");
        } finally {
            upgrade.destroyForcibly().waitFor();
        }
    }

    /** When all packets begin to be lost. */
    private interface Moment {
        boolean hasCome() throws Exception;
    }

    /** What happens next. */
    private interface Then {
        void happens() throws IOException;
    }
}
