package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Disks on which there is no room. The system refuses to let files grow beyond a limit, which to a program is the same; the limits are in
 * blocks of 512 bytes.
 */
@Tag("jdk")
class FullDiskTest {

    /** Java would map a file of its own, which no limit may hit. */
    private static final String LIMITED = "export RETORT_JAVA_OPTS=-XX:-UsePerfData\nulimit -f ";

    /** More than the small table needs, and less than the large row. */
    private static final String ROOM_FOR_A_PART = LIMITED + "4096\n";

    private static final String TOO_LARGE = "INSERT INTO big VALUES (zeroblob(6000000))";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "0, retort revision -m first --rev-id r1",
        "1, retort revision -m LONG --rev-id r1",
        "1, retort revision -m LONG --rev-id r1 --format sql",
    })
    void aRevisionThatDoesNotFitIsNotThereAtAll(int blocks, String command) throws Exception {
        ShellProject project = ShellProject.with(folder, "jdbc:sqlite:shop.db", null, null);
        List<String> before = project.tree();

        String said = project.refused(LIMITED + blocks + "\n" + command.replace("LONG", "long".repeat(400)));

        assertThat(said)
                .containsPattern(
                        "error: migrations/versions/\\S*r1_\\S+: The file cannot be written: file too large\\.")
                .contains("Nothing was left behind.");
        assertThat(project.tree()).isEqualTo(before);
    }

    @Test
    void aRevisionThatDoesNotFitLeavesTheOthersAlone() throws Exception {
        ShellProject project = ShellProject.with(folder, "jdbc:sqlite:shop.db", null, null);
        project.done("retort revision -m first --rev-id r1");
        List<String> before = project.tree();

        project.refused(LIMITED + "1\nretort revision --rev-id r2 -m " + "long".repeat(400));

        assertThat(project.tree()).isEqualTo(before);
        assertThat(project.done("retort heads")).contains("r1 (head)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aProjectThatDoesNotFitIsNotBegun(int blocks) throws Exception {
        ShellProject project = ShellProject.with(folder, "jdbc:sqlite:shop.db", null, null);
        List<String> before = project.tree();

        String said = project.refused("mkdir shop\ncd shop\n" + LIMITED + blocks + "\nretort init db/migrations");

        assertThat(said).contains("retort.toml: The file cannot be written: file too large.");
        assertThat(project.tree())
                .containsAll(before)
                .hasSize(before.size() + 1)
                .contains("shop/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"retort heads", "retort heads --json", "retort upgrade head --sql", "retort show nothing --json"
            })
    void aResultThatCannotBeWrittenIsAnError(String command) throws Exception {
        ShellProject project = ShellProject.with(folder, "jdbc:sqlite:shop.db", null, null);
        project.revisions().sql("r1", "", "CREATE TABLE one (id INTEGER);");

        assertThat(project.refused(command + " > /dev/full"))
                .contains("error: The result cannot be written to standard output.");
    }

    @Test
    void whoStopsReadingIsToldNothing() throws Exception {
        ShellProject project = ShellProject.with(folder, "jdbc:sqlite:shop.db", null, null);
        project.revisions().sql("r1", "", "CREATE TABLE one (id INTEGER);");

        assertThat(project.done("retort upgrade head --sql | true")).doesNotContain("error");
    }

    @Test
    void aDriverThatDoesNotFitIsNamedInOneError() throws Exception {
        ShellProject project = ShellProject.with(folder, "jdbc:sqlite:shop.db", null, null);
        project.revisions().sql("r1", "", "CREATE TABLE one (id INTEGER);");

        assertThat(project.refused("export XDG_CACHE_HOME=/nowhere\n" + LIMITED + "0\nretort current"))
                .contains("error: The database jdbc:sqlite:", "cannot be opened: ", "No native library found");
    }

    @Test
    void anUpgradeThatDoesNotFitWhenItIsCommittedIsRolledBackAndTheNextGoesOn() throws Exception {
        try (TestDatabase database = SharedDatabase.SQLITE.fresh()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions()
                    .sql("r1", "", "CREATE TABLE one (data BLOB);\nINSERT INTO one VALUES (zeroblob(1500000));")
                    .sql("r2", "r1", "CREATE TABLE big (data BLOB);\nINSERT INTO big VALUES (zeroblob(1000000));");

            String said = project.refused(ROOM_FOR_A_PART + "retort upgrade heads");

            assertThat(said)
                    .contains("r2_step.sql:1: The upgrade of 'r2' failed: [SQLITE_IOERR_WRITE]")
                    .contains("COMMIT, with the version row and the history entry")
                    .contains("The step was rolled back, nothing of it is left. One step was finished before it: r1.");
            assertThat(soundTables(database)).contains("one").doesNotContain("big");
            assertThat(project.done("retort upgrade heads")).contains("1 step done; the database is at r2.");
        }
    }

    @Test
    void anUpgradeThatDoesNotFitIsRolledBackAndTheNextGoesOn() throws Exception {
        try (TestDatabase database = SharedDatabase.SQLITE.fresh()) {
            ShellProject project = withALargeRow(database, "CREATE TABLE big (data BLOB);\n" + TOO_LARGE + ";");

            String said = project.refused(ROOM_FOR_A_PART + "retort upgrade heads");

            assertThat(said)
                    .contains("r2_step.sql:6:1: The upgrade of 'r2' failed: [SQLITE_IOERR_WRITE]", TOO_LARGE)
                    .contains("The step was rolled back, nothing of it is left. One step was finished before it: r1.")
                    .contains("Remove the cause and run the command again.");
            assertThat(soundTables(database)).contains("one").doesNotContain("big");
            assertThat(project.done("retort upgrade heads")).contains("1 step done; the database is at r2.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade heads", "resume"})
    void aStepThatDoesNotFitOutsideATransactionGoesOnWhereItWas(String command) throws Exception {
        try (TestDatabase database = SharedDatabase.SQLITE.fresh()) {
            ShellProject project = withALargeRow(database, """
                    -- outside transaction
                    CREATE TABLE big (data BLOB);
                    TOO_LARGE;
                    -- end
                    """.replace("TOO_LARGE", TOO_LARGE));

            String said = project.refused(ROOM_FOR_A_PART + "retort upgrade heads");

            assertThat(said)
                    .contains("r2_step.sql:7:1: The upgrade of 'r2' failed: [SQLITE_IOERR_WRITE]", TOO_LARGE)
                    .contains(
                            "done and committed:\n    CREATE TABLE big (data BLOB)\nOne step was finished before it: r1.")
                    .contains("Remove the cause and run the command again to continue after them");
            assertThat(soundTables(database)).contains("big");
            assertThat(project.done("retort " + command))
                    .contains("Going on with the upgrade of r2 after statement 1.", "the database is at r2.");
        }
    }

    private ShellProject withALargeRow(TestDatabase database, String upgrade) throws Exception {
        ShellProject project = ShellProject.on(database, folder);
        project.revisions().sql("r1", "", "CREATE TABLE one (id INTEGER);").sql("r2", "r1", upgrade);
        return project;
    }

    /** The names of the tables in a database that is whole. */
    private static List<String> soundTables(TestDatabase database) throws SQLException {
        assertThat(DatabaseState.rows(database, "PRAGMA integrity_check")).containsExactly("ok");
        return DatabaseState.rows(database, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    }
}
