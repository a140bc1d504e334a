package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.MigrationFailedException;
import dev.retort.error.RetortException;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

/** A listener of the host fails. */
class FailingListenerTest {

    private static final String INSERT = "INSERT INTO one VALUES (1)";

    @TempDir
    private Path folder;

    @ForDatabases
    void aStatementThatHadCommittedWhenItsListenerFailedRunsOnce(SharedDatabase kind) throws SQLException {
        new Revisions(folder)
                .sql("r1", "", "CREATE TABLE one (id INTEGER);")
                .sql("r2", "r1", "-- outside transaction\n" + INSERT + ";\n-- end\nCREATE TABLE two (id INTEGER);");
        try (TestDatabase database = kind.fresh()) {
            assertThatThrownBy(() -> RunSetup.upgrade(folder, database)
                            .retort(new MigrationListener() {
                                @Override
                                public void statementFinished(MigrationStep step, String sql, long durationMillis) {
                                    if (sql.equals(INSERT)) {
                                        throw new IllegalStateException("the listener fails");
                                    }
                                }
                            })
                            .upgrade())
                    .isInstanceOfSatisfying(
                            MigrationFailedException.class,
                            failure -> assertThat(failure.describe())
                                    .contains("the listener fails", "are done and committed:\n    " + INSERT));

            RunSetup.upgrade(folder, database).run(MigrationListener.SILENT);
            assertThat(DatabaseState.rows(database, "SELECT id FROM one")).containsExactly("1");
        }
    }

    @ForDatabases
    void whatFailsWhenAFailureIsToldDoesNotHideIt(SharedDatabase kind) {
        new Revisions(folder).sql("r1", "", "NOT SQL AT ALL;");
        try (TestDatabase database = kind.fresh()) {
            assertThatThrownBy(() -> RunSetup.upgrade(folder, database)
                            .retort(new MigrationListener() {
                                @Override
                                public void failed(String name, RetortException failure) {
                                    throw new IllegalStateException("the listener fails");
                                }
                            })
                            .upgrade())
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("NOT SQL AT ALL")
                    .satisfies(failure -> assertThat(failure.getSuppressed())
                            .extracting(Throwable::getMessage)
                            .contains("the listener fails"));
        }
    }
}
