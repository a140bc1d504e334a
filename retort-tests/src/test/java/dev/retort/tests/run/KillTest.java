package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.HalfDoneStepException;
import dev.retort.report.Resolution;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class KillTest {

    /** How often runs are killed on each database; the profile {@code soak} kills more often. */
    private static final int KILLS = Integer.parseInt(System.getProperty("retort.kills"));

    private static final int DOWNGRADE_KILLS = Math.max(1, KILLS / 4);
    private static final int UPGRADE_KILLS = KILLS - DOWNGRADE_KILLS;

    private static final int UPGRADE_LENGTH = 16;
    private static final int DOWNGRADE_LENGTH = 8;

    /** At most so many statements begin before a kill is on its way: those of two or three steps. */
    private static final int MOST_STATEMENTS = 20;

    /** In milliseconds; longer than a slow statement takes. */
    private static final int LONGEST_DELAY = 80;

    @TempDir
    private Path folder;

    @ForDatabases
    void anUpgradeThatIsKilledAgainAndAgainEndsLikeOneThatIsNot(SharedDatabase kind) throws SQLException {
        GeneratedHistory.write(folder, kind, UPGRADE_LENGTH);
        try (TestDatabase twin = kind.fresh()) {
            RunSetup.upgrade(folder, twin).run(MigrationListener.SILENT);
            DatabaseState undisturbed = DatabaseState.of(twin);
            Random random = new Random(20250606);

            for (int kills = 0; kills < UPGRADE_KILLS; ) {
                try (TestDatabase database = kind.fresh()) {
                    kills += killAndFinish(RunSetup.upgrade(folder, database), database, random, UPGRADE_KILLS - kills);

                    assertThat(DatabaseState.of(database)).isEqualTo(undisturbed);
                }
            }
        }
    }

    @ForDatabases
    void aDowngradeThatIsKilledAgainAndAgainEndsLikeOneThatIsNot(SharedDatabase kind) throws SQLException {
        GeneratedHistory.write(folder, kind, DOWNGRADE_LENGTH);
        try (TestDatabase twin = kind.fresh()) {
            RunSetup.upgrade(folder, twin).run(MigrationListener.SILENT);
            RunSetup.downgrade(folder, twin).run(MigrationListener.SILENT);
            DatabaseState undisturbed = DatabaseState.of(twin);
            Random random = new Random(4711);

            for (int kills = 0; kills < DOWNGRADE_KILLS; ) {
                try (TestDatabase database = kind.fresh()) {
                    RunSetup.upgrade(folder, database).run(MigrationListener.SILENT);
                    kills += killAndFinish(
                            RunSetup.downgrade(folder, database),
                            database,
                            random,
                            DOWNGRADE_KILLS - kills,
                            DOWNGRADE_LENGTH);

                    assertThat(DatabaseState.of(database)).isEqualTo(undisturbed);
                }
            }
        }
    }

    /** All of the history slips below a revision that is applied already. */
    @ForDatabases
    void aRunOfMissedRevisionsThatIsKilledAgainAndAgainEndsLikeOneThatIsNot(SharedDatabase kind) throws SQLException {
        Path before = folder.resolve("before");
        Path after = folder.resolve("after");
        new Revisions(before).sql("above", "", "");
        GeneratedHistory.write(after, kind, DOWNGRADE_LENGTH);
        try (TestDatabase twin = kind.fresh()) {
            RunSetup.upgrade(before, twin).run(MigrationListener.SILENT);
            String head = RunSetup.upgrade(after, twin)
                    .retort(MigrationListener.SILENT)
                    .heads(false)
                    .get(0)
                    .id();
            new Revisions(after).sql("above", head, "");
            RunSetup.upgrade(after, twin).withTarget(RunSetup.MISSED).run(MigrationListener.SILENT);
            DatabaseState undisturbed = DatabaseState.of(twin);
            assertThat(undisturbed.history()).hasSizeGreaterThan(DOWNGRADE_LENGTH);
            Random random = new Random(20251128);

            for (int kills = 0; kills < DOWNGRADE_KILLS; ) {
                try (TestDatabase database = kind.fresh()) {
                    RunSetup.upgrade(before, database).run(MigrationListener.SILENT);
                    RunSetup missed = RunSetup.upgrade(after, database).withTarget(RunSetup.MISSED);
                    kills += killAndFinish(missed, database, random, DOWNGRADE_KILLS - kills, DOWNGRADE_LENGTH);

                    assertThat(DatabaseState.of(database)).isEqualTo(undisturbed);
                }
            }
        }
    }

    /** Runs a command again and again, killing it a number of times at most, until it has come to its end; answers how often it was killed. */
    static int killAndFinish(RunSetup setup, TestDatabase database, Random random, int most) throws SQLException {
        return killAndFinish(setup, database, random, most, MOST_STATEMENTS);
    }

    /** The same, where a run has so many statements before which it may be killed. */
    private static int killAndFinish(RunSetup setup, TestDatabase database, Random random, int most, int statements)
            throws SQLException {
        int kills = 0;
        while (true) {
            try (ChildProcess child = ChildProcess.start(setup)) {
                if (kills < most && reaches(1 + random.nextInt(statements), child)) {
                    int delay = random.nextBoolean() ? 0 : random.nextInt(LONGEST_DELAY);
                    kills += child.killAfter(delay) ? 1 : 0;
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

    /** Waits until a run has begun a number of statements; answers whether it has. */
    private static boolean reaches(int statements, ChildProcess child) {
        boolean running = true;
        for (int seen = 0; seen < statements && running; seen++) {
            running = child.awaitLine("statement", "applied");
        }
        return running;
    }

    @ForDatabases
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
                for (int statement = 1; statement <= 3; statement++) {
                    assertThat(child.awaitLine("statement")).as(child.said()).isTrue();
                }
                assertThat(child.killAfter(0)).isTrue();
            }

            assertThatThrownBy(() -> setup.run(MigrationListener.SILENT))
                    .isInstanceOfSatisfying(HalfDoneStepException.class, halfDone -> {
                        assertThat(halfDone.revision()).isEqualTo("r1");
                        assertThat(halfDone.direction()).isEqualTo("upgrade");
                        assertThat(halfDone.done()).isEqualTo(2);
                        assertThat(halfDone.inDoubt()).startsWith("CREATE TABLE slow");
                        assertThat(halfDone.hint())
                                .hasValueSatisfying(
                                        hint -> assertThat(hint).contains("Resolution.RETRY", "Resolution.DONE"));
                    });
            Optional<Resolution> said = Advice.follow(setup, database);

            assertThat(said).isPresent();
            assertThat(DatabaseState.of(database)).isEqualTo(DatabaseState.of(twin));
        }
    }
}
