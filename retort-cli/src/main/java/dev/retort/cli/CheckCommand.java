package dev.retort.cli;

import dev.retort.error.DatabaseNotAtHeadException;
import dev.retort.error.DifferencesFoundException;
import dev.retort.error.MissedRevisionsException;
import dev.retort.error.OverlappingRevisionsException;
import dev.retort.report.Difference;
import dev.retort.report.ModelReport;

/** Says whether the entities and the database differ. */
final class CheckCommand extends ProjectCommand {

    CheckCommand(RootCommand root) {
        super(
                root,
                "check",
                "Compare the entities with the database; exit with 3 when they differ or revisions are pending.");
        footer(
                "Examples:",
                "  retort check           in a build, before a merge",
                "  retort check --json    the differences as data");
    }

    @Override
    public Integer call() {
        ModelReport report;
        try {
            report = root().retortReadingEntities().check();
        } catch (DatabaseNotAtHeadException | MissedRevisionsException | OverlappingRevisionsException e) {
            new Failures(root()).print(e);
            return ExitCode.NO;
        }
        DifferencePrinter printer = new DifferencePrinter(root());
        if (json()) {
            terminal().write(asJson().model(report));
        } else {
            printer.seen(report);
            printer.differences(report, terminal().out());
        }
        if (report.isEmpty()) {
            return ExitCode.OK;
        }
        if (!json()) {
            new Failures(root())
                    .print(new DifferencesFoundException(
                            report.differences().stream()
                                    .map(Difference::operation)
                                    .toList(),
                            report.writable(),
                            report.notGenerated(),
                            report.notCompared()));
        }
        return ExitCode.NO;
    }
}
