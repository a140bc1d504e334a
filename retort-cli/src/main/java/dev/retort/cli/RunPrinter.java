package dev.retort.cli;

import dev.retort.report.MigrationReport;

/** Prints what a run did. */
final class RunPrinter {

    private final RootCommand root;

    RunPrinter(RootCommand root) {
        this.root = root;
    }

    /** Prints it and returns the exit code. */
    int print(MigrationReport report) {
        Terminal terminal = root.confirmations();
        if (root.options().json()) {
            terminal.write(root.asJson().run(report));
        } else {
            terminal.tell(root.asText().run(report));
        }
        return ExitCode.OK;
    }
}
