package dev.retort.cli;

import dev.retort.report.Branch;
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
        ListPrinter printer = new ListPrinter(root());
        if (json()) {
            printer.json(branches.stream().map(Branch::point).toList());
        } else {
            branches.forEach(branch -> print(branch, printer));
        }
        return ExitCode.OK;
    }

    private void print(Branch branch, ListPrinter printer) {
        printer.text().branch(branch, verbose()).forEach(terminal().out()::println);
        terminal().out().println();
    }
}
