package dev.retort.cli;

import dev.retort.report.Branch;
import dev.retort.report.RevisionEntry;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the branch points. */
@Command(
        name = "branches",
        description = "List the revisions that several others revise.",
        footer = {
            "Examples:",
            "  retort branches       each with the revisions that revise it",
            "  retort branches -v    with parents, file and message"
        })
final class BranchesCommand extends ProjectCommand {

    @Option(
            names = {"-v", "--verbose"},
            description = "Show all that is known of each revision.")
    private boolean verbose;

    BranchesCommand(RootCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        List<Branch> branches = retort().branches();
        RevisionPrinter printer = new RevisionPrinter(terminal());
        if (json()) {
            printer.json(branches.stream().map(Branch::point).toList());
        } else {
            branches.forEach(branch -> print(branch, printer));
        }
        return ExitCode.OK;
    }

    private void print(Branch branch, RevisionPrinter printer) {
        terminal()
                .out()
                .println(verbose ? printer.block(branch.point()).stripTrailing() : printer.line(branch.point()));
        String indent = " ".repeat(branch.point().id().length());
        for (RevisionEntry child : branch.children()) {
            String message = verbose ? ", " + RevisionPrinter.message(child.header()) : "";
            terminal().out().println(indent + " -> " + printer.line(child) + message);
        }
        terminal().out().println();
    }
}
