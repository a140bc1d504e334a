package dev.retort.cli;

import dev.retort.frontend.text.CurrentText;
import dev.retort.frontend.text.RevisionText;
import dev.retort.report.CurrentReport;

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
        if (json()) {
            terminal().write(asJson().current(report));
        } else {
            CurrentText text = new CurrentText(CommandLineWords.INSTANCE);
            if (verbose()) {
                terminal().out().println(text.title(report));
            }
            new ListPrinter(root()).print(report.revisions(), verbose(), RevisionText::line);
            text.remarks(report).forEach(root()::say);
        }
        return checkHeads.value() && !report.atHeads() ? ExitCode.NO : ExitCode.OK;
    }
}
