package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HSQLDB in files, which belong to the process of the run. */
class HsqldbFilesTest {

    private static final int KILLS = Integer.parseInt(System.getProperty("retort.kills"));
    private static final int LENGTH = 12;

    @TempDir
    private Path folder;

    @Test
    void anUpgradeThatIsKilledAgainAndAgainEndsLikeOneThatIsNot() throws SQLException {
        GeneratedHistory.write(folder, SharedDatabase.HSQLDB, LENGTH);
        try (TestDatabase twin = DatabaseUnderTest.HSQLDB_FILE.fresh()) {
            RunSetup.upgrade(folder, twin).run(MigrationListener.SILENT);
            DatabaseState undisturbed = DatabaseState.of(twin);
            Random random = new Random(20261130);

            for (int kills = 0; kills < KILLS; ) {
                try (TestDatabase database = DatabaseUnderTest.HSQLDB_FILE.fresh()) {
                    kills +=
                            KillTest.killAndFinish(RunSetup.upgrade(folder, database), database, random, KILLS - kills);

                    assertThat(DatabaseState.of(database)).isEqualTo(undisturbed);
                }
            }
        }
    }

    @Test
    void whatWasCommittedIsThereAfterAKill() throws SQLException {
        GeneratedHistory.write(folder, SharedDatabase.HSQLDB, LENGTH);
        for (int applied = 1; applied < LENGTH; applied += 4) {
            try (TestDatabase database = DatabaseUnderTest.HSQLDB_FILE.fresh();
                    ChildProcess child = ChildProcess.start(RunSetup.upgrade(folder, database))) {
                for (int seen = 0; seen < applied; seen++) {
                    assertThat(child.awaitLine("applied")).isTrue();
                }
                // With the first statement of the next step, this one is committed.
                assertThat(child.awaitLine("statement")).isTrue();
                assertThat(child.killAfter(0)).isTrue();

                assertThat(DatabaseState.of(database).history()).hasSizeGreaterThanOrEqualTo(applied);
            }
        }
    }

    @Test
    void theDelayOfTheLogIsAsBeforeWhenARunIsOver() throws SQLException {
        GeneratedHistory.write(folder, SharedDatabase.HSQLDB, 2);
        try (TestDatabase database = DatabaseUnderTest.HSQLDB_FILE.fresh()) {
            database.execute("SET FILES WRITE DELAY 700 MILLIS");

            RunSetup.upgrade(folder, database).run(MigrationListener.SILENT);

            assertThat(DatabaseState.rows(database, """
                    SELECT PROPERTY_VALUE FROM INFORMATION_SCHEMA.SYSTEM_PROPERTIES
                    WHERE PROPERTY_NAME = 'hsqldb.write_delay_millis'""")).containsExactly("700");
        }
    }
}
