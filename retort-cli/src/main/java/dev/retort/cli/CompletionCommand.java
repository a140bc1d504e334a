package dev.retort.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands and options. */
@Command(
        name = "completion",
        description = "Print a completion script for bash and zsh.",
        footer = {"Examples:", "  source <(retort completion)"})
final class CompletionCommand extends ProjectCommand {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the spec before anything is called
    CompletionCommand(RootCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        terminal().out().print(AutoComplete.bash("retort", spec.root().commandLine()));
        return ExitCode.OK;
    }
}
