package dev.retort.frontend.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.frontend.GoalWords;
import dev.retort.frontend.ShownPaths;
import dev.retort.frontend.Styles;
import dev.retort.frontend.template.NewProject;
import dev.retort.report.MigrationReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTextTest {

    private static final Path SHOP = Path.of("/work/shop");

    private static final Styles BRACKETS = new Styles() {
        @Override
        public String green(String text) {
            return "[" + text + "]";
        }
    };

    private final ReportText text = new ReportText(BRACKETS, new ShownPaths(SHOP, SHOP), GoalWords.INSTANCE);

    @Test
    void whatWentWellStandsOutAsTheFrontEndLetsIt() {
        assertThat(text.run(new MigrationReport("db", List.of(), List.of(), null)))
                .isEqualTo("[Nothing to do:] the database is at base.");
    }

    @Test
    void aProjectThatHasBegunIsToldInTheWordsOfTheFrontEnd() {
        NewProject project = new NewProject(
                SHOP.resolve("retort.toml"),
                SHOP.resolve("migrations"),
                List.of(),
                "script_location = \"migrations\"\n");

        assertThat(text.complete(project))
                .isEqualTo("Everything is set up already: retort.toml, and the revisions in migrations."
                        + " goal revision[MESSAGE] writes one.");
        assertThat(text.unset(project))
                .contains("retort.toml is there already and stays as it is; set in it\n"
                        + "script_location = \"migrations\"");
        assertThat(text.afterBeginning()).isEqualTo("Next: set DATABASE_URL or <url>, then goal revision[MESSAGE].");
    }
}
