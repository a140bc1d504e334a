package dev.retort.cli;

import dev.retort.report.RevisionRequest;
import java.util.List;

/** Writes a revision that revises several. */
final class MergeCommand extends ProjectCommand {

    private final Argument<List<String>> revisions =
            parameters("REVISION", "The revisions to join; 'heads' for all heads.");

    private final Argument<String> message = text("TEXT", "What the revision does.", "-m", "--message");

    private final Argument<List<String>> labels =
            texts("LABEL", "A name for the branch that begins here.", "--branch-label");

    private final OptionalArgument<String> id = optionalText("ID", "The id, instead of a random one.", "--rev-id");

    private final Argument<Boolean> splice = flag("Allow a parent that another revision revises already.", "--splice");

    MergeCommand(RootCommand root) {
        super(root, "merge", "Write a revision that joins several.");
        footer(
                "Examples:",
                "  retort merge -m \"join the branches\" heads",
                "  retort merge -m \"join two of three\" ae10 ff31");
    }

    @Override
    public Integer call() {
        RevisionRequest request = new RevisionRequest(
                message.value(),
                revisions.value(),
                splice.value(),
                labels.value(),
                List.of(),
                id.value().orElse(null),
                null,
                null);
        new WrittenPrinter(root()).print(retort().merge(request), json());
        return ExitCode.OK;
    }
}
