package dev.retort.cli;

import dev.retort.report.RevisionEntry;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows all that is known of a revision. */
@Command(
        name = "show",
        description = "Show all that is known of a revision.",
        footer = {
            "Examples:",
            "  retort show head       the newest",
            "  retort show ae10       the one whose id begins with ae10",
            "  retort show current    where the database is"
        })
final class ShowCommand extends ProjectCommand {

    @Parameters(paramLabel = "REVISION", description = "A revision, 'head', 'heads', a branch label, or 'current'.")
    private String revision = "";

    ShowCommand(RootCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        List<RevisionEntry> revisions = retort().show(revision);
        RevisionPrinter printer = new RevisionPrinter(terminal());
        if (json()) {
            printer.json(revisions);
        } else {
            printer.print(revisions, true, printer::line);
            if (revisions.isEmpty()) {
                root().say("'" + revision + "' is no revision at present.");
            }
        }
        return ExitCode.OK;
    }
}
