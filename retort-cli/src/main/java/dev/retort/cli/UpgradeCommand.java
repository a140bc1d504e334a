package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs revisions forwards. */
@Command(
        name = "upgrade",
        description = "Run revisions up to a target.",
        footer = {
            "A target is a revision or the beginning of its id, 'head', 'heads', a branch label,",
            "LABEL@head, or a number of steps: +2, ae10+1, LABEL@+1. With --sql also START:TARGET.",
            "",
            "Examples:",
            "  retort upgrade head               to the newest revision",
            "  retort upgrade +1                 one step",
            "  retort upgrade ae10               to the revision whose id begins with ae10",
            "  retort upgrade head --sql         the SQL instead, for a database client",
            "  retort upgrade ae10:head --sql    the SQL for a database that is at ae10"
        })
final class UpgradeCommand extends ProjectCommand {

    @Parameters(arity = "1..*", paramLabel = "TARGET", description = "Where to go.")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--sql", description = "Print the SQL and run nothing.")
    private boolean sql;

    @Option(
            names = "--tag",
            paramLabel = "TEXT",
            description = "A value that revisions read with op.arguments().get(\"tag\").")
    private String tag = "";

    UpgradeCommand(RootCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        Tags.add(root().options(), tag);
        if (sql) {
            return new SqlPrinter(root()).print(retort().upgradeSql(Targets.only(targets)));
        }
        new RunPrinter(terminal())
                .print(root().stoppably(retort -> retort.upgrade(targets.toArray(String[]::new))), json());
        return ExitCode.OK;
    }
}
