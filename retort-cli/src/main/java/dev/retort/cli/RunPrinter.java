package dev.retort.cli;

import dev.retort.frontend.json.JsonReports;
import dev.retort.report.MigrationReport;

/** Prints what a run did. */
final class RunPrinter {

    private final Terminal terminal;

    RunPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(MigrationReport report, boolean json) {
        if (json) {
            terminal.write(new JsonReports(terminal.masked()).run(report));
            return;
        }
        String heads = report.heads().isEmpty() ? "base" : String.join(", ", report.heads());
        if (report.undone() != null) {
            terminal.tell(terminal.green("Undone:") + " what was done of " + report.undone() + "; the database is at "
                    + heads + ".");
        } else if (report.steps().isEmpty()) {
            terminal.tell(terminal.green("Nothing to do:") + " the database is at " + heads + ".");
        } else {
            int steps = report.steps().size();
            terminal.tell(terminal.green(steps + (steps == 1 ? " step done" : " steps done")) + "; the database is at "
                    + heads + ".");
        }
    }
}
