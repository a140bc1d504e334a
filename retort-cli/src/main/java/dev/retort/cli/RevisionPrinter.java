package dev.retort.cli;

import dev.retort.error.ControlCharacters;
import dev.retort.migration.RevisionHeader;
import dev.retort.report.RevisionEntry;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints revisions: on a line, as a block, or as JSON. */
final class RevisionPrinter {

    private final RootCommand root;
    private final Terminal terminal;

    RevisionPrinter(RootCommand root) {
        this.root = root;
        this.terminal = root.terminal();
    }

    /** {@code parents (dependencies) -> id (labels) (markers), message}. */
    String historyLine(RevisionEntry revision) {
        RevisionHeader header = revision.header();
        String parents = header.revises().isEmpty() ? "<base>" : names(header.revises());
        String dependencies = header.dependsOn().isEmpty() ? "" : " (" + names(header.dependsOn()) + ")";
        return terminal.dim(parents + dependencies + " ->") + " " + line(revision) + ", " + message(header);
    }

    /** {@code id (labels) (markers)}. */
    String line(RevisionEntry revision) {
        String labels = revision.labels().isEmpty() ? "" : " (" + names(revision.labels()) + ")";
        return terminal.yellow(name(revision.id())) + labels + markers(revision);
    }

    /** The markers, each in parentheses. */
    private String markers(RevisionEntry revision) {
        StringBuilder markers = new StringBuilder();
        if (revision.head()) {
            markers.append(terminal.green(" (head)"));
        } else if (revision.effectiveHead()) {
            markers.append(terminal.green(" (effective head)"));
        }
        if (Boolean.TRUE.equals(revision.current())) {
            markers.append(terminal.green(" (current)"));
        }
        if (Boolean.TRUE.equals(revision.changed())) {
            markers.append(terminal.bold(" (changed)"));
        }
        if (Boolean.TRUE.equals(revision.missed())) {
            markers.append(terminal.bold(" (missed)"));
        }
        if (revision.branchPoint()) {
            markers.append(" (branchpoint)");
        }
        if (revision.mergePoint()) {
            markers.append(" (mergepoint)");
        }
        return markers.toString();
    }

    static String message(RevisionHeader header) {
        return header.summary().isEmpty() ? "empty message" : header.summary();
    }

    /** A name that a file gives, which ends no line. */
    static String name(String text) {
        return ControlCharacters.shownOnALine(text);
    }

    private static String names(List<String> texts) {
        return texts.stream().map(RevisionPrinter::name).collect(Collectors.joining(", "));
    }

    /** All that is known of a revision, ended by an empty line. */
    String block(RevisionEntry revision) {
        RevisionHeader header = revision.header();
        StringBuilder block = new StringBuilder();
        block.append("Rev: ")
                .append(terminal.yellow(name(revision.id())))
                .append(markers(revision))
                .append('\n');
        block.append(revision.mergePoint() ? "Merges: " : "Parent: ")
                .append(header.revises().isEmpty() ? "<base>" : names(header.revises()))
                .append('\n');
        line(block, "Also depends on: ", header.dependsOn());
        if (revision.branchPoint()) {
            line(block, "Branches into: ", revision.children());
        }
        line(block, "Branch names: ", revision.labels());
        if (header.created() != null) {
            block.append("Created: ").append(header.created()).append('\n');
        }
        if (revision.path() != null) {
            block.append("Path: ").append(root.paths().in(revision.path())).append('\n');
        }
        String message =
                header.message().isBlank() ? "empty message" : header.message().strip();
        block.append('\n')
                .append(message.lines()
                        .map(text -> text.isEmpty() ? "" : "    " + text)
                        .collect(Collectors.joining("\n")))
                .append("\n\n");
        return block.toString();
    }

    private static void line(StringBuilder block, String title, List<String> values) {
        if (!values.isEmpty()) {
            block.append(title).append(names(values)).append('\n');
        }
    }

    /** Prints revisions as blocks, or with the given line for each. */
    void print(List<RevisionEntry> revisions, boolean verbose, Function<RevisionEntry, String> line) {
        for (RevisionEntry revision : revisions) {
            terminal.out().print(verbose ? block(revision) : line.apply(revision) + System.lineSeparator());
        }
    }

    /** Prints the object {@code {"revisions": […]}}. */
    void json(List<RevisionEntry> revisions) {
        terminal.write(root.asJson().revisions(revisions));
    }
}
