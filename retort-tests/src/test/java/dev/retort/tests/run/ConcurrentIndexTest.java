package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that is created while rows can be changed. */
class ConcurrentIndexTest {

    private static final String INDEX = """
            op.createTable("before", column("id", integer()));
            op.createIndex("users", Constraints.uniqueIndex("ux_mail", "mail").including(java.util.List.of("id")).concurrently());
            op.createTable("after", column("id", integer()));
            """;

    private static final String INVALID = "SELECT COUNT(*) FROM pg_index WHERE NOT indisvalid";

    @TempDir
    private Path folder;

    private ShellProject onUsers(TestDatabase database) throws Exception {
        ShellProject project = ShellProject.on(database, folder);
        project.revisions()
                .sql(
                        "r1",
                        "",
                        "CREATE TABLE users (id INTEGER, mail TEXT); INSERT INTO users VALUES (1, 'a'), (2, 'a');");
        project.done("retort upgrade r1");
        project.revisions().java("r2", "r1", INDEX);
        return project;
    }

    @Test
    void anAttemptThatFailsLeavesNothingThatHindersTheNext() throws Exception {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            ShellProject project = onUsers(database);

            assertThat(project.refused("retort upgrade heads")).contains("CREATE UNIQUE INDEX CONCURRENTLY ux_mail");
            assertThat(DatabaseState.rows(database, INVALID)).containsExactly("1");

            database.execute("DELETE FROM users WHERE id = 2");
            project.done("retort resume");
            assertThat(DatabaseState.rows(database, INVALID)).containsExactly("0");
            assertThat(DatabaseState.schema(database).toString()).contains("ux_mail", "after");
        }
    }

    @Test
    void aScriptCreatesItOutsideTheTransaction() throws Exception {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            ShellProject project = onUsers(database);

            assertThat(project.done("retort upgrade r1:heads --sql"))
                    .contains(
                            "COMMIT;\n\nCREATE UNIQUE INDEX CONCURRENTLY ux_mail ON users (mail) INCLUDE (id);\n\nBEGIN;");
        }
    }
}
