package dev.retort.cli;

import dev.retort.frontend.text.RevisionText;
import dev.retort.report.RevisionEntry;
import java.util.List;
import java.util.function.BiFunction;

/** Prints revisions: each on a line or as a block, or all as JSON. */
final class ListPrinter {

    private final RootCommand root;
    private final RevisionText text;

    ListPrinter(RootCommand root) {
        this.root = root;
        this.text = new RevisionText(root.terminal(), root.paths());
    }

    RevisionText text() {
        return text;
    }

    /** Prints revisions as blocks, or with the given line for each. */
    void print(List<RevisionEntry> revisions, boolean verbose, BiFunction<RevisionText, RevisionEntry, String> line) {
        for (RevisionEntry revision : revisions) {
            root.terminal()
                    .out()
                    .print(verbose ? text.block(revision) : line.apply(text, revision) + System.lineSeparator());
        }
    }

    /** Prints the object {@code {"revisions": […]}}. */
    void json(List<RevisionEntry> revisions) {
        root.terminal().write(root.asJson().revisions(revisions));
    }
}
