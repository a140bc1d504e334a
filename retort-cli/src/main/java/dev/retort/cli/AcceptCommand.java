package dev.retort.cli;

import java.util.List;

/** Accepts that files of applied revisions were changed. */
final class AcceptCommand extends ProjectCommand {

    private final Argument<List<String>> revisions = parameters("REVISION", "The changed revisions.");

    private final Argument<String> reason = requiredText("TEXT", "Why, for the history.", "--reason");

    AcceptCommand(RootCommand root) {
        super(root, "accept", "Accept that the file of an applied revision was changed.");
        footer(
                "The history table keeps the reason; nothing is run.",
                "",
                "Examples:",
                "  retort accept ae10 --reason \"a typing error in a comment on a column\"");
    }

    @Override
    public Integer call() {
        List<String> accepted = retort().accept(revisions.value(), reason.value());
        if (json()) {
            Json.print(terminal().out(), json -> Json.list(json, "accepted", accepted));
        } else {
            terminal().out().println("Accepted: " + String.join(", ", accepted) + ".");
        }
        return ExitCode.OK;
    }
}
