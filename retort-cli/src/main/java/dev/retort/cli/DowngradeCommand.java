package dev.retort.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs revisions backwards. */
@Command(
        name = "downgrade",
        description = "Take back revisions down to a target.",
        footer = {
            "Examples:",
            "  retort downgrade -1                 the last step",
            "  retort downgrade ae10               down to a revision, which stays",
            "  retort downgrade base               everything",
            "  retort downgrade shop@base          the base of the branch 'shop' and all upon it",
            "  retort downgrade ae10:base --sql    the SQL instead, for a database client"
        })
final class DowngradeCommand extends ProjectCommand {

    @Parameters(paramLabel = "TARGET", description = "Where to go; with --sql START:TARGET.")
    private String target = "";

    @Option(names = "--sql", description = "Print the SQL and run nothing.")
    private boolean sql;

    @Option(
            names = "--tag",
            paramLabel = "TEXT",
            description = "A value that revisions read with op.arguments().get(\"tag\").")
    private String tag = "";

    DowngradeCommand(RootCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        Tags.add(root().options(), tag);
        if (sql) {
            return new SqlPrinter(root()).print(retort().downgradeSql(target));
        }
        new RunPrinter(terminal()).print(root().stoppably(retort -> retort.downgrade(target)), json());
        return ExitCode.OK;
    }
}
