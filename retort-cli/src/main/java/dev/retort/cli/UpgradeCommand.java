package dev.retort.cli;

import dev.retort.Retort;
import dev.retort.error.UsageException;
import dev.retort.report.MigrationReport;
import java.util.List;

/** Runs revisions forwards. */
final class UpgradeCommand extends ProjectCommand {

    private final Argument<List<String>> targets =
            optionalParameters("TARGET", "Where to go; all heads unless it is given.");

    private final Argument<Boolean> missed =
            flag("Run the revisions that lie below applied ones and were never run, and nothing else.", "--missed");

    private final Argument<Boolean> sql = flag("Print the SQL and run nothing.", "--sql");

    private final Argument<String> tag =
            text("TEXT", "A value that revisions read with op.arguments().get(\"tag\").", "--tag");

    UpgradeCommand(RootCommand root) {
        super(root, "upgrade", "Run revisions up to a target.");
        footer(
                "A target is a revision or the beginning of its id, 'head', 'heads', a branch label,",
                "LABEL@head, or a number of steps: +2, ae10+1, LABEL@+1. With --sql also START:TARGET.",
                "",
                "Examples:",
                "  retort upgrade                    to the newest revision, on all branches",
                "  retort upgrade +1                 one step",
                "  retort upgrade ae10               to the revision whose id begins with ae10",
                "  retort upgrade --sql              the SQL instead, for a database client",
                "  retort upgrade ae10:head --sql    the SQL for a database that is at ae10");
    }

    @Override
    public Integer call() {
        Tags.add(root().options(), tag.value());
        if (missed.value() && (sql.value() || !targets.value().isEmpty())) {
            throw new UsageException("'--missed' takes no target and no --sql.", "It runs exactly what was missed.");
        }
        if (sql.value()) {
            String target = targets.value().isEmpty() ? "heads" : Targets.only(targets.value());
            return new SqlPrinter(root()).print(written -> retort().upgradeSql(target, written));
        }
        return new RunPrinter(root()).print(root().stoppably(this::run));
    }

    private MigrationReport run(Retort retort) {
        return missed.value()
                ? retort.upgradeMissed()
                : retort.upgrade(targets.value().toArray(String[]::new));
    }
}
