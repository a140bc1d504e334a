package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.error.Advice;
import dev.retort.error.RunInterruptedException;
import dev.retort.migration.Direction;
import dev.retort.migration.RevisionHeader;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of a run that has come some way. */
class RunWatchTest {

    private static final MigrationStep R1 = step("r1", Direction.UP);
    private static final MigrationStep R2 = step("r2", Direction.UP);
    private static final MigrationStep BACK = step("r2", Direction.DOWN);

    private static final String NOTHING = "Finished and committed by this run: nothing. ";
    private static final String NOT_KNOWN = "; it is not known whether any of it is committed.";
    private static final String LAST = " Its last statement began at NOW:\n    ";

    static Stream<Arguments> waysAndWhatIsKnown() {
        return Stream.of(
                known("nothing is heard", run -> {}, NOTHING + "No step is under way."),
                known(
                        "it waits for the lock",
                        run -> run.waitingForLock("db", "session 7"),
                        NOTHING + "No step is under way; last heard, at NOW: waiting for another run, session 7."),
                known(
                        "a step follows the wait",
                        run -> {
                            run.waitingForLock("db", "session 7");
                            run.stepStarted(R1);
                        },
                        NOTHING + "Under way since NOW: the upgrade of r1" + NOT_KNOWN),
                known(
                        "a statement of a step follows another",
                        run -> {
                            run.stepStarted(R1);
                            run.statementStarted(R1, "SELECT 1");
                            run.statementFinished(R1, "SELECT 1", 5);
                            run.statementStarted(R1, "\nSELECT 2\n");
                        },
                        NOTHING + "Under way since NOW: the upgrade of r1" + NOT_KNOWN + LAST + "SELECT 2"),
                known(
                        "a step follows another",
                        run -> {
                            run.stepStarted(R1);
                            run.stepApplied(R1);
                            run.stepFinished(R1, 5);
                            run.stepStarted(R2);
                        },
                        "Finished and committed by this run: the upgrade of r1. "
                                + "Under way since NOW: the upgrade of r2" + NOT_KNOWN),
                known(
                        "the commit of a step is not answered",
                        run -> {
                            run.stepStarted(BACK);
                            run.statementStarted(BACK, "SELECT 1");
                            run.stepApplied(BACK);
                        },
                        NOTHING + "Applied, and not known to be committed: the downgrade of r2. No step is under way."),
                known(
                        "all steps commit together",
                        run -> {
                            run.stepStarted(R1);
                            run.stepApplied(R1);
                            run.stepStarted(R2);
                        },
                        NOTHING + "Applied, and not known to be committed: the upgrade of r1. "
                                + "Under way since NOW: the upgrade of r2" + NOT_KNOWN),
                known(
                        "all steps have committed together",
                        run -> {
                            run.stepStarted(R1);
                            run.stepApplied(R1);
                            run.stepStarted(R2);
                            run.stepApplied(R2);
                            run.stepFinished(R1, 5);
                            run.stepFinished(R2, 5);
                        },
                        "Finished and committed by this run: the upgrade of r1, the upgrade of r2. "
                                + "No step is under way."),
                known(
                        "a step is undone",
                        run -> run.statementStarted(R1, "DROP TABLE one"),
                        NOTHING + "Under way since NOW: the upgrade of r1" + NOT_KNOWN + LAST + "DROP TABLE one"),
                known(
                        "it has failed, and does not end",
                        run -> {
                            run.stepStarted(R1);
                            run.statementStarted(R1, "SELECT 1");
                            run.failed("db", new RunInterruptedException(0, Advice.of("It was rolled back.")));
                        },
                        NOTHING + "The run has failed: Stopped on request after 0 steps. It was rolled back."),
                known(
                        "all steps have failed together, and it does not end",
                        run -> {
                            run.stepStarted(R1);
                            run.stepApplied(R1);
                            run.stepStarted(R2);
                            run.stepApplied(R2);
                            run.failed("db", new RunInterruptedException(0, Advice.of("They are there, or none is.")));
                        },
                        NOTHING + "Applied before it failed: the upgrade of r1, the upgrade of r2. "
                                + "The run has failed: Stopped on request after 0 steps. They are there, or none is."));
    }

    private static Arguments known(String way, Consumer<MigrationListener> heard, String known) {
        return Arguments.of(way, heard, known);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysAndWhatIsKnown")
    void whatIsKnownIsSaid(String way, Consumer<MigrationListener> heard, String known) {
        RunWatch watch = new RunWatch();
        heard.accept(watch);

        assertThat(watch.known().replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "NOW"))
                .as(way)
                .isEqualTo(known);
    }

    private static MigrationStep step(String id, Direction direction) {
        return new MigrationStep("db", RevisionHeader.of(id, List.of(), List.of(), List.of()), direction);
    }
}
