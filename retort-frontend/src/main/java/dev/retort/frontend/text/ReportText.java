package dev.retort.frontend.text;

import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.frontend.ShownPaths;
import dev.retort.frontend.Styles;
import dev.retort.frontend.template.NewProject;
import dev.retort.report.MigrationReport;
import dev.retort.report.StampReport;
import java.util.List;
import java.util.Optional;

/** What was done, in sentences. */
public final class ReportText {

    private final Styles styles;
    private final ShownPaths paths;
    private final Advice.Words words;

    /** Sentences in the words of a front-end, in which parts stand out, and paths are as they are shown. */
    public ReportText(Styles styles, ShownPaths paths, Advice.Words words) {
        this.styles = styles;
        this.paths = paths;
        this.words = words;
    }

    /** What a run did. */
    public String run(MigrationReport report) {
        String heads = rows(report.heads());
        if (report.undone() != null) {
            return styles.green("Undone:") + " what was done of " + report.undone() + "; the database is at " + heads
                    + ".";
        }
        if (report.steps().isEmpty()) {
            return styles.green("Nothing to do:") + " the database is at " + heads + ".";
        }
        int steps = report.steps().size();
        return styles.green(steps + (steps == 1 ? " step done" : " steps done")) + "; the database is at " + heads
                + ".";
    }

    /** What a stamp did. */
    public String stamp(StampReport report) {
        return "The version table says " + rows(report.heads()) + "; it said " + rows(report.before()) + ".";
    }

    /** What a stamp forgot besides. */
    public Optional<String> forgotten(StampReport report) {
        return Optional.ofNullable(report.forgotten())
                .map(revision -> "The step of " + revision + " that had stopped half-way is forgotten.");
    }

    /** The revisions whose changed files were accepted. */
    public String accepted(List<String> revisions) {
        return revisions.isEmpty()
                ? "Nothing was recorded: the files are those that were applied or accepted."
                : "Accepted: " + String.join(", ", revisions) + ".";
    }

    /** The missed revisions that were accepted as done. */
    public String acceptedMissed(List<String> revisions) {
        return revisions.isEmpty() ? "Nothing was missed." : "Accepted: " + String.join(", ", revisions) + ".";
    }

    /** How many revisions were indexed, and of which package. */
    public String indexed(int revisions, String location) {
        return revisions + (revisions == 1 ? " revision" : " revisions") + " indexed: " + location + ".";
    }

    /** The metadata tables that are there now. */
    public String tables(List<String> tables) {
        return "The tables are there: " + String.join(", ", tables) + ".";
    }

    /** That a project has everything already. */
    public String complete(NewProject project) {
        return "Everything is set up already: " + paths.of(project.configuration()) + ", and the revisions in "
                + paths.of(project.directory()) + ". " + writeRevision() + " writes one.";
    }

    /** What is to be set in a configuration file that was there already. */
    public Optional<String> unset(NewProject project) {
        return Optional.ofNullable(project.unset())
                .map(settings -> paths.of(project.configuration()) + " is there already and stays as it is; set in it\n"
                        + settings.strip());
    }

    /** What to do next in a project that has begun. */
    public String afterBeginning() {
        return "Next: set DATABASE_URL or " + words.setting("url", null) + ", then " + writeRevision() + ".";
    }

    private String writeRevision() {
        return words.call(Action.REVISION, List.of("MESSAGE"));
    }

    private static String rows(List<String> rows) {
        return rows.isEmpty() ? "base" : String.join(", ", rows);
    }
}
