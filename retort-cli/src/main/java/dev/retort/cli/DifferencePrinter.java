package dev.retort.cli;

import dev.retort.frontend.text.ModelText;
import dev.retort.report.ModelReport;
import java.io.PrintStream;

/** Prints what a comparison of the entities saw. */
final class DifferencePrinter {

    private final RootCommand root;
    private final ModelText text;

    DifferencePrinter(RootCommand root) {
        this.root = root;
        this.text = new ModelText(root.terminal(), root.paths());
    }

    /** Says how many entities were seen, and where. */
    void seen(ModelReport report) {
        root.say(text.seen(report));
    }

    /** The differences, and what a person should look at. */
    void differences(ModelReport report, PrintStream out) {
        text.differences(report).forEach(out::println);
        hazards(report);
    }

    /** What a person should look at, on standard error. */
    void hazards(ModelReport report) {
        text.hazards(report).forEach(root.terminal()::say);
    }
}
