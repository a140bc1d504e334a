package dev.retort.cli;

import dev.retort.Retort;
import dev.retort.error.UsageException;
import dev.retort.report.StampReport;
import java.util.List;

/** Says which revisions a database is at. */
final class StampCommand extends ProjectCommand {

    private final Argument<List<String>> revisions =
            parameters("REVISION", "A revision, 'head', 'heads', 'base', a branch label.");

    private final Argument<Boolean> sql = flag("Print the SQL and change nothing; takes START:REVISION too.", "--sql");

    private final Argument<String> tag =
            text("TEXT", "Taken for the sake of scripts; a stamp runs no revision that could read it.", "--tag");

    private final Argument<Boolean> purge = flag("Forget first what the version table says.", "--purge");

    StampCommand(RootCommand root) {
        super(root, "stamp", "Say which revisions the database is at, and run nothing.");
        footer(
                "Examples:",
                "  retort stamp head            the database has everything already",
                "  retort stamp --purge head    the same, whatever its version table says now");
    }

    @Override
    public Integer call() {
        Tags.add(root().options(), tag.value());
        List<String> targets = revisions.value();
        if (sql.value()) {
            if (purge.value()) {
                throw new UsageException("--purge reads the database, and --sql does not.", "Use one of them.");
            }
            return new SqlPrinter(root()).print(retort().stampSql(targets));
        }
        Retort retort = retort();
        StampReport report = purge.value() ? retort.purgeAndStamp(targets) : retort.stamp(targets);
        if (json()) {
            confirmations().write(asJson().stamp(report));
        } else {
            confirmations().out().println(asText().stamp(report));
            asText().forgotten(report).ifPresent(root()::say);
        }
        return ExitCode.OK;
    }
}
