package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accepts that files of applied revisions were changed. */
@Command(
        name = "accept",
        description = "Accept that the file of an applied revision was changed.",
        footer = {
            "The history table keeps the reason; nothing is run.",
            "",
            "Examples:",
            "  retort accept ae10 --reason \"a typing error in a comment on a column\""
        })
final class AcceptCommand extends ProjectCommand {

    @Parameters(arity = "1..*", paramLabel = "REVISION", description = "The changed revisions.")
    private List<String> revisions = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for the history.")
    private String reason = "";

    AcceptCommand(RootCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        List<String> accepted = retort().accept(revisions, reason);
        if (json()) {
            Json.print(terminal().out(), json -> Json.list(json, "accepted", accepted));
        } else {
            terminal().out().println("Accepted: " + String.join(", ", accepted) + ".");
        }
        return ExitCode.OK;
    }
}
