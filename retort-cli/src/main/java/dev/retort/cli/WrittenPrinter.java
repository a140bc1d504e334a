package dev.retort.cli;

import dev.retort.report.WrittenRevision;

/** Prints the path of a file that was written. */
final class WrittenPrinter {

    private final Terminal terminal;

    WrittenPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(WrittenRevision written, boolean json) {
        if (json) {
            Json.print(terminal.out(), generator -> {
                generator.writeStringProperty("revision", written.id());
                generator.writeStringProperty("path", written.path().toString());
            });
        } else {
            terminal.out().println(written.path());
        }
    }
}
