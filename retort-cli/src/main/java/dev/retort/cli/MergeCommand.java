package dev.retort.cli;

import dev.retort.report.RevisionRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a revision that revises several. */
@Command(
        name = "merge",
        description = "Write a revision that joins several.",
        footer = {
            "Examples:",
            "  retort merge -m \"join the branches\" heads",
            "  retort merge -m \"join two of three\" ae10 ff31"
        })
final class MergeCommand extends ProjectCommand {

    @Parameters(arity = "1..*", paramLabel = "REVISION", description = "The revisions to join; 'heads' for all heads.")
    private List<String> revisions = new ArrayList<>();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "What the revision does.")
    private String message = "";

    @Option(names = "--branch-label", paramLabel = "LABEL", description = "A name for the branch that begins here.")
    private List<String> labels = new ArrayList<>();

    @Option(names = "--rev-id", paramLabel = "ID", description = "The id, instead of a random one.")
    private @Nullable String id;

    @Option(names = "--splice", description = "Allow a parent that another revision revises already.")
    private boolean splice;

    MergeCommand(RootCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        RevisionRequest request = new RevisionRequest(message, revisions, splice, labels, List.of(), id, null, null);
        new WrittenPrinter(terminal()).print(retort().merge(request), json());
        return ExitCode.OK;
    }
}
