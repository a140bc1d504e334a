package dev.retort.frontend.text;

import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.MissedRevisionsException;
import dev.retort.report.CurrentReport;
import java.util.ArrayList;
import java.util.List;

/** Where a database is, in sentences beside the list of its revisions. */
public final class CurrentText {

    private final Advice.Words words;

    /** Sentences in the words of a front-end. */
    public CurrentText(Advice.Words words) {
        this.words = words;
    }

    /** Which database it is. */
    public String title(CurrentReport report) {
        return "Current revisions of " + report.database() + ":";
    }

    /** What is pending, was missed, has no file, or stopped half-way. */
    public List<String> remarks(CurrentReport report) {
        List<String> remarks = new ArrayList<>();
        if (report.rows().isEmpty()) {
            remarks.add("The database is at base.");
        }
        if (report.behind() > 0) {
            List<String> heads = report.missingHeads();
            remarks.add(report.behind() + " behind the " + (heads.size() == 1 ? "head " : "heads ")
                    + String.join(", ", heads) + ". " + words.call(Action.HISTORY, List.of("current:heads"))
                    + (report.rows().isEmpty()
                            ? " lists what is pending."
                            : " lists what is pending, down to the current revisions."));
        }
        if (!report.missed().isEmpty()) {
            remarks.add(MissedRevisionsException.described(report.missed(), List.of()) + " "
                    + words.call(Action.UPGRADE, List.of()) + " says what to do.");
        }
        report.unfiled().forEach(revision -> remarks.add(revision.describe()));
        if (report.halfDone() != null) {
            remarks.add(report.halfDone().describe(words));
        }
        if (report.overlap() != null) {
            remarks.add(report.overlap().describe(words));
        }
        return remarks;
    }
}
