package dev.retort.cli;

import dev.retort.report.RevisionEntry;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the heads. */
@Command(
        name = "heads",
        description = "List the revisions that no other one revises.",
        footer = {
            "Several heads are several branches; 'retort merge heads' joins them.",
            "",
            "Examples:",
            "  retort heads       the ids",
            "  retort heads -v    with parents, file and message"
        })
final class HeadsCommand extends ProjectCommand {

    @Option(
            names = {"-v", "--verbose"},
            description = "Show all that is known of each revision.")
    private boolean verbose;

    @Option(names = "--resolve-dependencies", description = "Leave out those that another revision depends on.")
    private boolean resolveDependencies;

    HeadsCommand(RootCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        List<RevisionEntry> revisions = retort().heads(resolveDependencies);
        RevisionPrinter printer = new RevisionPrinter(terminal());
        if (json()) {
            printer.json(revisions);
        } else {
            printer.print(revisions, verbose, printer::line);
            sayIfEmpty(revisions);
        }
        return ExitCode.OK;
    }
}
