package dev.retort.cli;

import dev.retort.frontend.text.RevisionText;
import dev.retort.report.RevisionEntry;
import java.util.List;

/** Lists the heads. */
final class HeadsCommand extends ProjectCommand {

    private final Argument<Boolean> resolveDependencies =
            flag("Leave out those that another revision depends on.", "--resolve-dependencies");

    HeadsCommand(RootCommand root) {
        super(root, "heads", "List the revisions that no other one revises.");
        footer(
                "Several heads are several branches; 'retort merge heads' joins them.",
                "",
                "Examples:",
                "  retort heads       the ids",
                "  retort heads -v    with parents, file and message");
    }

    @Override
    public Integer call() {
        List<RevisionEntry> revisions = retort().heads(resolveDependencies.value());
        ListPrinter printer = new ListPrinter(root());
        if (json()) {
            printer.json(revisions);
        } else {
            printer.print(revisions, verbose(), RevisionText::line);
            sayIfEmpty(revisions);
        }
        return ExitCode.OK;
    }
}
