package dev.retort.cli;

import dev.retort.frontend.text.RevisionText;
import dev.retort.report.RevisionEntry;
import java.util.List;

/** Lists revisions, newest first. */
final class HistoryCommand extends ProjectCommand {

    private final OptionalArgument<String> range =
            optionalText("START:END", "Only this part; either end may be missing.", "-r", "--rev-range");

    private final Argument<Boolean> indicateCurrent = flag(
            "Ask the database; mark where it is, what it missed and which files changed since.",
            "-i",
            "--indicate-current");

    HistoryCommand(RootCommand root) {
        super(root, "history", "List the revisions, newest first.");
        footer(
                "Examples:",
                "  retort history                      everything",
                "  retort history -i                   and where the database is",
                "  retort history -r current:heads     where the database is, and what is pending",
                "  retort history -r=-2:               the newest and two before it",
                "  retort history -r ae10:ff31         from one revision to another");
    }

    @Override
    public Integer call() {
        List<RevisionEntry> revisions = retort().history(range.value().orElse(":"), indicateCurrent.value());
        ListPrinter printer = new ListPrinter(root());
        if (json()) {
            printer.json(revisions);
        } else {
            printer.print(revisions, verbose(), RevisionText::historyLine);
            if (range.value().isEmpty()) {
                sayIfEmpty(revisions);
            } else if (revisions.isEmpty()) {
                root().say("There is no revision in '" + range.value().get() + "'.");
            }
        }
        return ExitCode.OK;
    }
}
