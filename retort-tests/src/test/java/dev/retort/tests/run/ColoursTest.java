package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Colours are for terminals; other programs get none. */
@Tag("jdk")
class ColoursTest {

    private static final String ESCAPE = "\u001b";

    @TempDir
    private Path folder;

    private TestDatabase database;
    private ShellProject project;

    @BeforeEach
    void twoRevisions() throws Exception {
        database = DatabaseUnderTest.SQLITE.fresh();
        project = ShellProject.on(database, folder);
        project.revisions()
                .sql("r1", "", "CREATE TABLE one (id INTEGER);")
                .sql("r2", "r1", "ALTER TABLE missing ADD COLUMN extra INTEGER;");
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void aPipeGetsNoEscapeSequences() throws Exception {
        assertThat(project.done("""
                retort upgrade r1
                retort current -v
                retort history -i
                retort heads -v
                retort --help
                """)).contains("r1").doesNotContain(ESCAPE);
        assertThat(project.refused("retort upgrade heads")).contains("error: ").doesNotContain(ESCAPE);
    }

    @Test
    void aPipeGetsNoneAlsoFromAProgramThatAnotherOneOnATerminalStarted() throws Exception {
        assertThat(project.done("RETORT_COLOURS=1 retort history"))
                .contains("r1")
                .doesNotContain(ESCAPE);
    }
}
