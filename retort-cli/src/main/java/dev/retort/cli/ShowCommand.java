package dev.retort.cli;

import dev.retort.frontend.text.RevisionText;
import dev.retort.report.RevisionEntry;
import java.util.List;

/** Shows all that is known of a revision. */
final class ShowCommand extends ProjectCommand {

    private final Argument<String> revision =
            parameter("REVISION", "A revision, 'head', 'heads', a branch label, or 'current'.");

    ShowCommand(RootCommand root) {
        super(root, "show", "Show all that is known of a revision.");
        footer(
                "Examples:",
                "  retort show head       the newest",
                "  retort show ae10       the one whose id begins with ae10",
                "  retort show current    where the database is");
    }

    @Override
    public Integer call() {
        List<RevisionEntry> revisions = retort().show(revision.value());
        ListPrinter printer = new ListPrinter(root());
        if (json()) {
            printer.json(revisions);
        } else {
            printer.print(revisions, true, RevisionText::line);
            if (revisions.isEmpty()) {
                root().say("'" + revision.value() + "' is no revision at present.");
            }
        }
        return ExitCode.OK;
    }
}
