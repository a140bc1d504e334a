package dev.retort.cli;

import dev.retort.report.RevisionEntry;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists revisions, newest first. */
@Command(
        name = "history",
        description = "List the revisions, newest first.",
        footer = {
            "Examples:",
            "  retort history                      everything",
            "  retort history -i                   and where the database is",
            "  retort history -r current:heads     from where the database is to the heads",
            "  retort history -r=-2:               the newest and two before it",
            "  retort history -r ae10:ff31         from one revision to another"
        })
final class HistoryCommand extends ProjectCommand {

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "START:END",
            description = "Only this part; either end may be missing.")
    private String range = ":";

    @Option(
            names = {"-v", "--verbose"},
            description = "Show all that is known of each revision.")
    private boolean verbose;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Ask the database and mark where it is.")
    private boolean indicateCurrent;

    HistoryCommand(RootCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        List<RevisionEntry> revisions = retort().history(range, indicateCurrent);
        RevisionPrinter printer = new RevisionPrinter(terminal());
        if (json()) {
            printer.json(revisions);
        } else {
            printer.print(revisions, verbose, printer::historyLine);
            sayIfEmpty(revisions);
        }
        return ExitCode.OK;
    }
}
