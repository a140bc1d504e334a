package dev.retort.cli;

import dev.retort.error.MissedRevisionsException;
import dev.retort.report.CurrentReport;
import java.util.List;

/** Says where the database is. */
final class CurrentCommand extends ProjectCommand {

    private final Argument<Boolean> checkHeads =
            flag("Exit with 3 unless the database is at all heads.", "--check-heads");

    CurrentCommand(RootCommand root) {
        super(root, "current", "Show the revisions that the database is at.");
        footer(
                "Examples:",
                "  retort current                  the ids",
                "  retort current --check-heads    for scripts: the exit code is 3 unless nothing is pending");
    }

    @Override
    public Integer call() {
        CurrentReport report = retort().current();
        RevisionPrinter printer = new RevisionPrinter(root());
        if (json()) {
            terminal().write(asJson().current(report));
        } else {
            if (verbose()) {
                terminal().out().println("Current revisions of " + report.database() + ":");
            }
            printer.print(report.revisions(), verbose(), printer::line);
            if (report.rows().isEmpty()) {
                root().say("The database is at base.");
            }
            sayBehind(report);
            if (!report.missed().isEmpty()) {
                root().say(MissedRevisionsException.described(report.missed(), List.of())
                        + " 'retort upgrade' says what to do.");
            }
            report.unfiled().forEach(revision -> root().say(revision.describe()));
            if (report.halfDone() != null) {
                root().say(report.halfDone().describe(CommandLineWords.INSTANCE));
            }
            if (report.overlap() != null) {
                root().say(report.overlap().describe(CommandLineWords.INSTANCE));
            }
        }
        return checkHeads.value() && !report.atHeads() ? ExitCode.NO : ExitCode.OK;
    }

    private void sayBehind(CurrentReport report) {
        if (report.behind() > 0) {
            List<String> heads = report.missingHeads();
            root().say(report.behind() + " behind the " + (heads.size() == 1 ? "head " : "heads ")
                    + String.join(", ", heads) + ". 'retort history -r current:heads' lists what is pending.");
        }
    }
}
