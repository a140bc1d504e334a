package dev.retort.cli;

import dev.retort.report.Difference;
import dev.retort.report.ModelReport;
import java.io.PrintStream;

/** Prints what a comparison of the entities saw. */
final class ModelPrinter {

    private final RootCommand root;

    ModelPrinter(RootCommand root) {
        this.root = root;
    }

    /** Says how many entities were seen, and where, so that a person notices when some are missing. */
    void seen(ModelReport report) {
        say(report.entities() + (report.entities() == 1 ? " entity" : " entities") + " in "
                + String.join(", ", report.packages()));
    }

    /** The differences, a line each, and what a person should look at. */
    void differences(ModelReport report, PrintStream out) {
        if (report.isEmpty()) {
            out.println(root.terminal().green("No differences."));
        }
        for (Difference difference : report.differences()) {
            out.println("  " + difference.operation() + (difference.losesData() ? "   (loses data)" : ""));
        }
        hazards(report);
    }

    /** What a person should look at, on standard error. */
    void hazards(ModelReport report) {
        report.hazards()
                .forEach(sentence -> root.terminal()
                        .say(root.terminal().yellow("ATTENTION:") + " "
                                + root.paths().in(sentence)));
    }

    void say(String text) {
        root.say(text);
    }

    void json(ModelReport report) {
        root.terminal().write(root.asJson().model(report));
    }
}
