package dev.retort.frontend.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.frontend.GoalWords;
import dev.retort.frontend.Styles;
import dev.retort.migration.Direction;
import dev.retort.migration.RevisionHeader;
import dev.retort.spi.MigrationStep;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a run while it runs. */
class ProgressListenerTest {

    private final List<String> said = new ArrayList<>();
    private final List<String> warned = new ArrayList<>();
    private final ProgressListener listener = new ProgressListener(
            new ProgressListener.Voice() {
                @Override
                public void say(String text) {
                    said.add(text);
                }

                @Override
                public void warn(String text) {
                    warned.add(text);
                }
            },
            new Styles() {},
            GoalWords.INSTANCE,
            false);

    @Test
    void whatSomebodyShouldLookAtIsAWarningInTheWordsOfTheFrontEnd() {
        listener.waitingForLock("db", "session 7");
        listener.changedFiles("db", List.of("r1"));

        assertThat(said).containsExactly("Waiting for another run: session 7");
        assertThat(warned)
                .containsExactly("changed after they were applied: r1 (goal accept[] when the change is meant)");
    }

    @Test
    void whatAStepDoesBesidesIsSaid() {
        MigrationStep step =
                new MigrationStep("db", RevisionHeader.of("r1", List.of(), List.of(), List.of()), Direction.UP);

        listener.noticed(step, "The table t is made anew, with all its rows.");

        assertThat(said).containsExactly("The table t is made anew, with all its rows.");
    }
}
