package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.MigrationFailedException;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server says about a statement besides its result: a listener hears it, and the terminal shows it. */
class ServerMessagesTest {

    private static final String SPEAKING = """
            DO $$ BEGIN
                RAISE NOTICE 'two rows were left';
                RAISE WARNING 'one is odd';
            END $$;
            """;

    @TempDir
    private Path folder;

    @Test
    void noticesAndWarningsOfPostgresqlAreHeardInOrder() throws SQLException {
        new Revisions(folder).sql("r1", "", SPEAKING);
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            assertThat(heard(database)).containsExactly("r1: two rows were left", "r1: one is odd");
        }
    }

    @Test
    void whatWasSaidBeforeAFailureIsHeardToo() throws SQLException {
        new Revisions(folder).sql("r1", "", "DO $$ BEGIN RAISE NOTICE 'so far'; PERFORM 1 / 0; END $$;");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            List<String> said = new ArrayList<>();
            assertThatThrownBy(() -> RunSetup.upgrade(folder, database)
                            .retort(hearing(said))
                            .upgrade("heads"))
                    .isInstanceOf(MigrationFailedException.class);
            assertThat(said).containsExactly("r1: so far");
        }
    }

    @Test
    void warningsOfMariadbAreHeard() throws SQLException {
        new Revisions(folder).sql("r1", "", "DROP TABLE IF EXISTS missing;\nCREATE TABLE one (id INTEGER);");
        try (TestDatabase database = SharedDatabase.MARIADB.fresh()) {
            assertThat(heard(database)).singleElement().asString().contains("Unknown table", "missing");
        }
    }

    /** The index that a key brings along is dropped with it, in case it is there. */
    @Test
    void aKeyOfMariadbWithoutAnIndexOfItsOwnGoesWithoutAWarning() throws SQLException {
        new Revisions(folder)
                .sql("r1", "", """
                        CREATE TABLE one (id INTEGER PRIMARY KEY, up INTEGER, KEY own (up),
                            CONSTRAINT fk_up FOREIGN KEY (up) REFERENCES one (id));""")
                .java(
                        "r2",
                        "r1",
                        "op.dropConstraint(\"one\", dev.retort.schema.Constraints.foreignKey(\"fk_up\", \"up\").references(\"one\", \"id\"));");
        try (TestDatabase database = SharedDatabase.MARIADB.fresh()) {
            assertThat(heard(database)).isEmpty();
        }
    }

    @Test
    void theTerminalShowsThemHarmlessly() throws Exception {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions().sql("r1", "", "DO $$ BEGIN RAISE NOTICE E'red \\x1b[31m'; END $$;");

            assertThat(project.done("retort upgrade heads")).contains("The database says: red \\u001b[31m\n");
        }
    }

    private List<String> heard(TestDatabase database) {
        List<String> said = new ArrayList<>();
        RunSetup.upgrade(folder, database).retort(hearing(said)).upgrade("heads");
        return said;
    }

    private static MigrationListener hearing(List<String> said) {
        return new MigrationListener() {
            @Override
            public void serverSaid(MigrationStep step, String text) {
                said.add(step.revision().id() + ": " + text);
            }
        };
    }
}
