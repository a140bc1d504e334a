package dev.retort.cli;

import dev.retort.runtime.Resolution;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finishes a step that stopped half-way, or takes it back. */
@Command(
        name = "resume",
        description = "Finish a step that stopped half-way, or take it back.",
        footer = {
            "Without an option the catalog is asked whether the last statement took effect. Where it",
            "cannot tell, say what you found: --retry or --done. --undo does not go on: it takes back the",
            "statements that are done, last first, and refuses before the first if one has no reverse.",
            "",
            "Examples:",
            "  retort resume            go on",
            "  retort resume --done     go on after the statement in doubt",
            "  retort resume --undo     take back what is done of the step"
        })
final class ResumeCommand extends ProjectCommand {

    @ArgGroup(exclusive = true)
    private Choice choice = new Choice();

    /** What a person found. */
    static final class Choice {

        @Option(names = "--retry", description = "The statement in doubt has not taken effect: run it again.")
        private boolean retry;

        @Option(names = "--done", description = "The statement in doubt has taken effect: go on after it.")
        private boolean done;

        @Option(names = "--undo", description = "Take back what the step has done.")
        private boolean undo;

        Resolution resolution() {
            if (retry) {
                return Resolution.RETRY;
            }
            if (undo) {
                return Resolution.UNDO;
            }
            return done ? Resolution.DONE : Resolution.ASK;
        }
    }

    ResumeCommand(RootCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        new RunPrinter(terminal()).print(root().stoppably(retort -> retort.resume(choice.resolution())), json());
        return ExitCode.OK;
    }
}
