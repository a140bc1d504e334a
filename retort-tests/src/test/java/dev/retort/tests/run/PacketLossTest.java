package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.server.NetworkNamespace;
import dev.retort.tests.server.SilentProxy;
import dev.retort.tests.server.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

/** A network of its own that loses every packet while a statement waits in the server ends the run. */
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
                Connection holder = database.open();
                Statement lock = holder.createStatement()) {
            database.execute("CREATE TABLE held (id INTEGER)");
            holder.setAutoCommit(false);
            lock.executeQuery("SELECT id FROM held").close();
            ShellProject project = ShellProject.with(folder, relay.jdbcUrl(), database.user(), database.password());
            Files.writeString(
                    folder.resolve("retort.toml"), "read_timeout = " + readTimeout + "\n", StandardOpenOption.APPEND);
            project.revisions()
                    .sql("r1", "", "CREATE TABLE one (id INTEGER);")
                    .sql("r2", "r1", "ALTER TABLE held ADD COLUMN name VARCHAR(20);");
            Process upgrade = project.shell().start("exec " + network.prefix() + "retort upgrade heads");
            try {
                awaitStatementInServer(kind, database, upgrade);

                network.loseAllPackets();
                long lost = System.nanoTime();

                assertThat(upgrade.waitFor(seconds + MARGIN, TimeUnit.SECONDS)).isTrue();
                Duration took = Duration.ofNanos(System.nanoTime() - lost);
                String said = said(upgrade);
                assertThat(took).as("Silence, no refusal").isGreaterThan(Duration.ofSeconds(seconds / 2));
                assertThat(upgrade.exitValue()).as(said).isEqualTo(1);
                assertThat(said)
                        .contains("The upgrade of 'r2' failed", "The connection is lost", "run the command again");
                assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
            } finally {
                upgrade.destroyForcibly().waitFor();
            }
        }
    }

    /** Only the answer can be lost then. A statement that is not acknowledged would be sent again until the system gives up. */
    private static void awaitStatementInServer(SharedDatabase kind, TestDatabase database, Process upgrade)
            throws Exception {
        while (!waits(kind, database) || !NetworkNamespace.allIsAcknowledged(upgrade)) {
            assertThat(upgrade.isAlive()).as("The run has ended too soon").isTrue();
        }
    }

    private static boolean waits(SharedDatabase kind, TestDatabase database) throws SQLException {
        String waiting = kind == SharedDatabase.POSTGRESQL
                ? "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
                : "SELECT id FROM information_schema.processlist WHERE db = database() AND state LIKE '%metadata lock'";
        return !DatabaseState.rows(database, waiting).isEmpty();
    }

    private static String said(Process ended) throws Exception {
        return new String(ended.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
