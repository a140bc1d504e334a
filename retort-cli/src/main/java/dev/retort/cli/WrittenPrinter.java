package dev.retort.cli;

import dev.retort.report.WrittenRevision;

/** Prints the path of a file that was written. */
final class WrittenPrinter {

    private final RootCommand root;

    WrittenPrinter(RootCommand root) {
        this.root = root;
    }

    void print(WrittenRevision written, boolean json) {
        if (json) {
            root.terminal().write(root.asJson().written(written));
        } else {
            root.terminal().out().println(root.paths().of(written.path()));
        }
    }
}
