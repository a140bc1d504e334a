package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.testkit.Capability;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.SilentProxy;
import dev.retort.tests.server.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An upgrade that is asked to stop while its server is silent, and is cut off after its grace period. */
@Order(2)
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LastWordsTest {

    @TempDir
    private Path folder;

    @ForDatabases(has = Capability.NAMED_SESSIONS)
    void anUpgradeThatNoServerAnswersSaysWhatIsKnownAndCanGoOn(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh();
                SilentProxy proxy = SilentProxy.before(database)) {
            ShellProject project = ShellProject.with(folder, proxy.jdbcUrl(), database.user(), database.password());
            project.revisions().sql("r1", "", "CREATE TABLE one (id INTEGER);").sql("r2", "r1", HeldTable.CHANGE + ";");
            try (HeldTable held = HeldTable.in(database, kind)) {
                Process upgrade = project.shell().start("exec retort upgrade heads");
                while (!held.isWaitedFor()) {
                    assertThat(upgrade.isAlive())
                            .as("The run has ended too soon")
                            .isTrue();
                }
                proxy.fallSilent();
                upgrade.toHandle().destroy();

                String said = new String(upgrade.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(upgrade.waitFor()).as(said).isEqualTo(143);
                assertThat(said)
                        .containsPattern("error: The run has not stopped within 30 seconds and is cut off\\. "
                                + "Finished and committed by this run: the upgrade of r1\\. "
                                + "Under way since [^ ]+: the upgrade of r2; "
                                + "it is not known whether any of it is committed\\. "
                                + "Its last statement began at [^ ]+:\n    ALTER TABLE held ADD COLUMN name")
                        .contains("'retort current' shows where the database is; then run the same command again.")
                        .doesNotContain("\tat ");
                assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
            }
            ShellProject later = ShellProject.with(folder, database.jdbcUrl(), database.user(), database.password());
            assertThat(later.done(goingOn(kind))).doesNotContain("error:");
            assertThat(DatabaseState.versionRows(database)).containsExactly("r2");
            assertThat(DatabaseState.rows(database, "SELECT name FROM held")).isEmpty();
        }
    }

    /** Where the statement commits by itself, its server has run it by now, and a person has to say so. */
    private static String goingOn(SharedDatabase kind) {
        return kind == SharedDatabase.POSTGRESQL ? "retort upgrade heads" : "retort resume --done";
    }
}
