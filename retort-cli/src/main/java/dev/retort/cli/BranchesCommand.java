package dev.retort.cli;

import dev.retort.report.Branch;
import dev.retort.report.RevisionEntry;
import java.util.List;

/** Lists the branch points. */
final class BranchesCommand extends ProjectCommand {

    BranchesCommand(RootCommand root) {
        super(root, "branches", "List the revisions that several others revise.");
        footer(
                "Examples:",
                "  retort branches       each with the revisions that revise it",
                "  retort branches -v    with parents, file and message");
    }

    @Override
    public Integer call() {
        List<Branch> branches = retort().branches();
        RevisionPrinter printer = new RevisionPrinter(root());
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
                .println(verbose() ? printer.block(branch.point()).stripTrailing() : printer.line(branch.point()));
        String indent = " ".repeat(branch.point().id().length());
        for (RevisionEntry child : branch.children()) {
            String message = verbose() ? ", " + RevisionPrinter.message(child.header()) : "";
            terminal().out().println(indent + " -> " + printer.line(child) + message);
        }
        terminal().out().println();
    }
}
