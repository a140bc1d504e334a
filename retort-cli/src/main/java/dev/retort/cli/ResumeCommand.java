package dev.retort.cli;

import dev.retort.report.Resolution;
import java.util.List;

/** Finishes a step that stopped half-way, or undoes it. */
final class ResumeCommand extends ProjectCommand {

    private final Argument<Boolean> retry =
            flag("The statement in doubt has not taken effect: run it again.", "--retry");

    private final Argument<Boolean> done = flag("The statement in doubt has taken effect: go on after it.", "--done");

    private final Argument<Boolean> undo = flag("Undo what the step has done.", "--undo");

    ResumeCommand(RootCommand root) {
        super(root, "resume", "Finish a step that stopped half-way, or undo it.");
        exclusive(List.of(retry, done, undo));
        footer(
                "Without an option the catalog is asked whether the last statement took effect. Where it",
                "cannot tell, say what you found: --retry or --done. --undo does not go on: it undoes the",
                "statements that are done, last first, and refuses before the first if one has no reverse.",
                "",
                "Examples:",
                "  retort resume            go on",
                "  retort resume --done     go on after the statement in doubt",
                "  retort resume --undo     undo what is done of the step");
    }

    @Override
    public Integer call() {
        return new RunPrinter(root()).print(root().stoppably(retort -> retort.resume(resolution())));
    }

    private Resolution resolution() {
        if (retry.value()) {
            return Resolution.RETRY;
        }
        if (undo.value()) {
            return Resolution.UNDO;
        }
        return done.value() ? Resolution.DONE : Resolution.ASK;
    }
}
