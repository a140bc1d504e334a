package dev.retort.cli;

import picocli.AutoComplete;

/** Prints what a shell needs to complete commands and options. */
final class CompletionCommand extends ProjectCommand {

    CompletionCommand(RootCommand root) {
        super(root, "completion", "Print a completion script for bash and zsh.");
        footer("Examples:", "  source <(retort completion)");
    }

    @Override
    public Integer call() {
        terminal().out().print(AutoComplete.bash("retort", root().spec().commandLine()));
        return ExitCode.OK;
    }
}
