package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.server.TestDatabase;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program with a file of rows that is larger than its memory. */
class LongRowFileTest {

    private static final int ROWS = 10_000;

    @TempDir
    private Path folder;

    @Test
    void itsRowsAreInsertedAndScriptedInLittleMemory() throws Exception {
        try (TestDatabase database = SharedDatabase.SQLITE.fresh()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions()
                    .java(
                            "r1",
                            "",
                            "op.createTable(\"one\", column(\"id\", integer()), column(\"note\", text()));\n"
                                    + "op.bulkInsert(\"one\", dev.retort.rows.RowFiles.csv(\"rows.csv\"));");
            Path file = folder.resolve("migrations/versions/rows.csv");
            try (BufferedWriter rows = Files.newBufferedWriter(file)) {
                rows.write("id,note\n");
                for (int id = 1; id <= ROWS; id++) {
                    rows.write(id + "," + "note ".repeat(1_400) + "\n");
                }
            }
            assertThat(Files.size(file)).isGreaterThan(64 << 20);

            project.done("RETORT_JAVA_OPTS=-Xmx64m retort upgrade");
            project.done("RETORT_JAVA_OPTS=-Xmx64m retort upgrade --sql > script.sql");

            assertThat(DatabaseState.rows(database, "SELECT COUNT(*), SUM(id) FROM one"))
                    .containsExactly(ROWS + " " + ROWS * (ROWS + 1L) / 2);
            try (Stream<String> lines = Files.lines(folder.resolve("script.sql"))) {
                assertThat(lines.filter(line -> line.startsWith("    ('"))).hasSize(ROWS);
            }
        }
    }
}
