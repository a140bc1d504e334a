package dev.retort.frontend.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.frontend.GoalWords;
import dev.retort.report.CurrentReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurrentTextTest {

    @Test
    void whatToDoNextIsSaidInTheWordsOfTheFrontEnd() {
        CurrentReport report = new CurrentReport(
                "jdbc:sqlite:shop.db",
                List.of(),
                List.of(),
                2,
                List.of("ae10", "ff31"),
                List.of("cd34"),
                List.of(),
                null,
                null);

        assertThat(new CurrentText(GoalWords.INSTANCE).remarks(report))
                .containsExactly(
                        "The database is at base.",
                        "2 behind the heads ae10, ff31. goal history[current:heads] lists what is pending.",
                        "Revisions below applied ones were never run on this database: cd34. goal upgrade[] says what to do.");
    }

    @Test
    void theListOfWhatIsPendingIsSaidToIncludeTheCurrentRevisions() {
        CurrentReport report = new CurrentReport(
                "jdbc:sqlite:shop.db",
                List.of(),
                List.of("ae10"),
                1,
                List.of("ff31"),
                List.of(),
                List.of(),
                null,
                null);

        assertThat(new CurrentText(GoalWords.INSTANCE).remarks(report))
                .containsExactly(
                        "1 behind the head ff31. goal history[current:heads] lists what is pending, down to the current revisions.");
    }
}
