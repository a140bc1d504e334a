package dev.retort.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.ConfigurationException;
import dev.retort.error.SourcePosition;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FailureTest {

    private final ShownPaths paths = new ShownPaths(Path.of("/work/shop/web"), Path.of("/work/shop"));

    @Test
    void anErrorIsSaidInTheWordsOfTheFrontEndWithPathsAsTheyAreShown() {
        Failure failure = Failure.of(
                new ConfigurationException(
                        "url",
                        "The file /work/shop/a.db is none.",
                        new SourcePosition("/work/shop/retort.toml", 2),
                        Advice.of(
                                "Correct {} in /work/shop/.env; {} says more.", Advice.setting("url"), Action.CURRENT)),
                GoalWords.INSTANCE,
                paths);

        assertThat(failure)
                .isEqualTo(new Failure(
                        "configuration",
                        "The file ../a.db is none.",
                        new SourcePosition("../retort.toml", 2),
                        "Correct <url> in ../.env; goal current[] says more."));
        assertThat(failure.sentences(new Styles() {}))
                .containsExactly(
                        "error: ../retort.toml:2: The file ../a.db is none.",
                        "Correct <url> in ../.env; goal current[] says more.");
    }

    @Test
    void anErrorWithoutPlaceOrHintIsOneSentence() {
        Failure failure = new Failure("usage", "There is no template 'x'.", null, null);

        assertThat(failure.sentences(new Styles() {})).containsExactly("error: There is no template 'x'.");
    }
}
