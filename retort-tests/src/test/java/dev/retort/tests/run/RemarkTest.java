package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a revision says to people. */
class RemarkTest {

    private static final String SPEAKING = """
            op.remark("First.");
            op.createTable("t", column("id", integer()));
            op.outsideTransaction(o -> o.remark("Then."));
            """;

    @TempDir
    private Path folder;

    @ForDatabases
    void isHeardInItsPlaceAndAgainWhenItIsTakenBack(SharedDatabase kind) throws Exception {
        new Revisions(folder)
                .java("r1", "", SPEAKING, "op.reverse(back -> {" + SPEAKING.replace("op.", "back.") + "});");
        List<String> heard = new ArrayList<>();
        MigrationListener listener = new MigrationListener() {
            @Override
            public void statementStarted(MigrationStep step, String sql) {
                if (sql.contains(" TABLE ")) {
                    heard.add(sql.split(" ", 3)[0] + " TABLE");
                }
            }

            @Override
            public void noticed(MigrationStep step, String text) {
                heard.add(text);
            }
        };
        try (TestDatabase database = kind.fresh()) {
            RunSetup.upgrade(folder, database).retort(listener).upgrade();
            RunSetup.upgrade(folder, database).retort(listener).downgrade("base");

            assertThat(heard).containsExactly("First.", "CREATE TABLE", "Then.", "Then.", "DROP TABLE", "First.");
        }
    }

    @Test
    void isALineOnTheTerminalAndACommentInAScript() throws Exception {
        try (TestDatabase database = SharedDatabase.SQLITE.fresh()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions().java("r1", "", """
                    op.remark("Fills it;\\nin two lines.");
                    op.createTable("t", column("id", integer()));
                    """);

            assertThat(project.done("retort upgrade heads --sql")).contains("-- Fills it;\n-- in two lines.\n");
            assertThat(project.done("retort upgrade heads")).contains("Fills it;");
        }
    }
}
