package dev.retort.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes Retort's own tables. */
@Command(
        name = "ensure-version",
        aliases = "ensure_version",
        description = "Make the version, history and journal tables where they are missing.")
final class EnsureVersionCommand extends ProjectCommand {

    @Option(names = "--sql", description = "Print the SQL of the version table and make nothing.")
    private boolean sql;

    EnsureVersionCommand(RootCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        if (sql) {
            terminal().out().print(retort().ensureVersionSql());
        } else {
            retort().ensureVersion();
        }
        return ExitCode.OK;
    }
}
