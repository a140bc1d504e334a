package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.HalfDoneStepException;
import dev.retort.runtime.MigrationListener;
import dev.retort.runtime.Resolution;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KillTest {

    /** How often an upgrade is killed on each database; {@code -Dretort.kills=200} kills more often. */
    private static final int KILLS = Integer.getInteger("retort.kills", 25);

    private static final int DOWNGRADE_KILLS = Math.max(8, KILLS / 4);

    /** At most so many statements begin before a kill is on its way. */
    private static final int MOST_STATEMENTS = 6;

    private static final int LONGEST_DELAY = 80;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void anUpgradeThatIsKilledAgainAndAgainEndsLikeOneThatIsNot(SharedDatabase kind) throws SQLException {
        GeneratedHistory.write(folder, kind, 2 * KILLS);
        try (TestDatabase database = kind.fresh();
                TestDatabase twin = kind.fresh()) {
            RunSetup.upgrade(folder, twin).run(MigrationListener.SILENT);

            int kills = killUntilDone(RunSetup.upgrade(folder, database), database, new Random(20250606));

            assertThat(kills).isGreaterThanOrEqualTo(KILLS);
            assertThat(DatabaseState.of(database)).isEqualTo(DatabaseState.of(twin));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDowngradeThatIsKilledAgainAndAgainEndsLikeOneThatIsNot(SharedDatabase kind) throws SQLException {
        GeneratedHistory.write(folder, kind, 3 * DOWNGRADE_KILLS);
        try (TestDatabase database = kind.fresh();
                TestDatabase twin = kind.fresh()) {
            RunSetup.upgrade(folder, twin).run(MigrationListener.SILENT);
            RunSetup.downgrade(folder, twin).run(MigrationListener.SILENT);
            RunSetup.upgrade(folder, database).run(MigrationListener.SILENT);

            int kills = killUntilDone(RunSetup.downgrade(folder, database), database, new Random(4711));

            assertThat(kills).isGreaterThanOrEqualTo(DOWNGRADE_KILLS);
            assertThat(DatabaseState.of(database)).isEqualTo(DatabaseState.of(twin));
        }
    }

    /** Runs a command and kills it, until it has come to its end; answers how often it was killed. */
    private static int killUntilDone(RunSetup setup, TestDatabase database, Random random) throws SQLException {
        int kills = 0;
        while (true) {
            try (ChildProcess child = ChildProcess.start(setup)) {
                boolean running = true;
                for (int seen = random.nextInt(MOST_STATEMENTS); seen > 0 && running; seen--) {
                    running = child.awaitLine("statement", "applied");
                }
                if (child.killAfter(random.nextBoolean() ? 0 : random.nextInt(LONGEST_DELAY))) {
                    kills++;
                    continue;
                }
                switch (child.exitCode()) {
                    case 0 -> {
                        return kills;
                    }
                    case RunningMain.HALF_DONE -> Advice.follow(setup, database);
                    default -> throw new AssertionError("A run after " + kills + " kills failed:\n" + child.said());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStatementInDoubtStopsTheNextRunUntilSomebodySaysWhatHappened(SharedDatabase kind) throws Exception {
        Files.createDirectories(folder.resolve("versions"));
        Files.writeString(folder.resolve("versions/r1_slow.sql"), """
                -- revision: r1

                -- upgrade
                CREATE TABLE ledger (step VARCHAR(20) NOT NULL, amount INTEGER NOT NULL);
                INSERT INTO ledger VALUES ('r1', 1);
                -- outside transaction
                CREATE TABLE slow AS SLOW;
                -- end
                UPDATE ledger SET amount = amount + 1;
                """.replace("SLOW", kind.slowSelect(2000)));
        try (TestDatabase database = kind.fresh();
                TestDatabase twin = kind.fresh()) {
            RunSetup.upgrade(folder, twin).run(MigrationListener.SILENT);
            RunSetup setup = RunSetup.upgrade(folder, database);
            try (ChildProcess child = ChildProcess.start(setup)) {
                assertThat(child.awaitLine("statement") && child.awaitLine("statement") && child.awaitLine("statement"))
                        .as(child.said())
                        .isTrue();
                assertThat(child.killAfter(0)).isTrue();
            }

            assertThatThrownBy(() -> setup.run(MigrationListener.SILENT))
                    .isInstanceOfSatisfying(HalfDoneStepException.class, halfDone -> {
                        assertThat(halfDone.revision()).isEqualTo("r1");
                        assertThat(halfDone.direction()).isEqualTo("upgrade");
                        assertThat(halfDone.done()).isEqualTo(2);
                        assertThat(halfDone.inDoubt()).startsWith("CREATE TABLE slow");
                        assertThat(halfDone.hint()).hasValueSatisfying(hint -> assertThat(hint)
                                .contains("resume --retry", "resume --done"));
                    });
            Optional<Resolution> said = Advice.follow(setup, database);

            assertThat(said).isPresent();
            assertThat(DatabaseState.of(database)).isEqualTo(DatabaseState.of(twin));
        }
    }
}
