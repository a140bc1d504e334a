package dev.retort.cli;

import java.util.List;

/** Accepts that files of applied revisions were changed. */
final class AcceptCommand extends ProjectCommand {

    private final Argument<List<String>> revisions = optionalParameters(
            "REVISION", "The changed revisions; with --missed those that are done, or none for all.");

    private final Argument<Boolean> missed =
            flag("Accept that revisions below applied ones, which were never run here, are done.", "--missed");

    private final Argument<String> reason = requiredText("TEXT", "Why, for the history.", "--reason");

    AcceptCommand(RootCommand root) {
        super(root, "accept", "Accept a changed file, or that a missed revision is done.");
        footer(
                "The history table keeps the reason; nothing is run.",
                "",
                "Examples:",
                "  retort accept ae10 --reason \"a typing error in a comment on a column\"",
                "  retort accept --missed --reason \"the hotfix has made this table\"");
    }

    @Override
    public Integer call() {
        List<String> accepted = missed.value()
                ? retort().acceptMissed(revisions.value(), reason.value())
                : retort().accept(revisions.value(), reason.value());
        if (json()) {
            confirmations().write(asJson().accepted(accepted));
        } else {
            confirmations()
                    .out()
                    .println(missed.value() ? asText().acceptedMissed(accepted) : asText().accepted(accepted));
        }
        return ExitCode.OK;
    }
}
