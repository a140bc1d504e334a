package dev.retort.cli;

import dev.retort.Retort;
import dev.retort.error.UsageException;
import dev.retort.report.StampReport;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which revisions a database is at. */
@Command(
        name = "stamp",
        description = "Say which revisions the database is at, and run nothing.",
        footer = {
            "Examples:",
            "  retort stamp head            the database has everything already",
            "  retort stamp --purge head    the same, whatever its version table says now"
        })
final class StampCommand extends ProjectCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "REVISION",
            description = "A revision, 'head', 'heads', 'base', a branch label.")
    private List<String> revisions = new ArrayList<>();

    @Option(names = "--sql", description = "Print the SQL and change nothing; takes START:REVISION too.")
    private boolean sql;

    @Option(
            names = "--tag",
            paramLabel = "TEXT",
            description = "Taken for the sake of scripts; a stamp runs no revision that could read it.")
    private String tag = "";

    @Option(names = "--purge", description = "Forget first what the version table says.")
    private boolean purge;

    StampCommand(RootCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        Tags.add(root().options(), tag);
        String[] targets = revisions.toArray(String[]::new);
        if (sql) {
            if (purge) {
                throw new UsageException("--purge reads the database, and --sql does not.", "Use one of them.");
            }
            return new SqlPrinter(root()).print(retort().stampSql(targets));
        }
        Retort retort = retort();
        StampReport report = purge ? retort.purgeAndStamp(targets) : retort.stamp(targets);
        if (json()) {
            Json.print(terminal().out(), json -> {
                Json.list(json, "before", report.before());
                Json.list(json, "heads", report.heads());
            });
        } else {
            terminal()
                    .out()
                    .println("The version table says " + rows(report.heads()) + "; it said " + rows(report.before())
                            + ".");
        }
        return ExitCode.OK;
    }

    private static String rows(List<String> rows) {
        return rows.isEmpty() ? "nothing" : String.join(", ", rows);
    }
}
