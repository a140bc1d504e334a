package dev.retort.frontend.text;

import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.ControlCharacters;
import dev.retort.frontend.ShownPaths;
import dev.retort.frontend.Styles;
import dev.retort.migration.RevisionHeader;
import dev.retort.report.Branch;
import dev.retort.report.RevisionEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Revisions as text: each on a line, or as a block. */
public final class RevisionText {

    private final Styles styles;
    private final ShownPaths paths;

    /** Texts in which parts stand out, and paths are as they are shown. */
    public RevisionText(Styles styles, ShownPaths paths) {
        this.styles = styles;
        this.paths = paths;
    }

    /** {@code parents (dependencies) -> id (labels) (markers), message}. */
    public String historyLine(RevisionEntry revision) {
        RevisionHeader header = revision.header();
        String parents = header.revises().isEmpty() ? "<base>" : names(header.revises());
        String dependencies = header.dependsOn().isEmpty() ? "" : " (" + names(header.dependsOn()) + ")";
        return styles.dim(parents + dependencies + " ->") + " " + line(revision) + ", " + message(header);
    }

    /** {@code id (labels) (markers)}. */
    public String line(RevisionEntry revision) {
        String labels = revision.labels().isEmpty() ? "" : " (" + names(revision.labels()) + ")";
        return styles.yellow(name(revision.id())) + labels + markers(revision);
    }

    /** The markers, each in parentheses. */
    private String markers(RevisionEntry revision) {
        StringBuilder markers = new StringBuilder();
        if (revision.head()) {
            markers.append(styles.green(" (head)"));
        } else if (revision.effectiveHead()) {
            markers.append(styles.green(" (effective head)"));
        }
        if (Boolean.TRUE.equals(revision.current())) {
            markers.append(styles.green(" (current)"));
        }
        if (Boolean.TRUE.equals(revision.changed())) {
            markers.append(styles.bold(" (changed)"));
        }
        if (Boolean.TRUE.equals(revision.missed())) {
            markers.append(styles.bold(" (missed)"));
        }
        if (revision.branchPoint()) {
            markers.append(" (branchpoint)");
        }
        if (revision.mergePoint()) {
            markers.append(" (mergepoint)");
        }
        return markers.toString();
    }

    /** The first line of a revision's message. */
    static String message(RevisionHeader header) {
        return header.summary().isEmpty() ? "empty message" : header.summary();
    }

    /** A name that a file gives, which ends no line. */
    private static String name(String text) {
        return ControlCharacters.shownOnALine(text);
    }

    private static String names(List<String> texts) {
        return texts.stream().map(RevisionText::name).collect(Collectors.joining(", "));
    }

    /** All that is known of a revision, ended by an empty line. */
    public String block(RevisionEntry revision) {
        RevisionHeader header = revision.header();
        StringBuilder block = new StringBuilder();
        block.append("Rev: ")
                .append(styles.yellow(name(revision.id())))
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
            block.append("Path: ").append(paths.in(revision.path())).append('\n');
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

    /** A branch point with the revisions that revise it, in lines; and all that is known of them, if more is wanted. */
    public List<String> branch(Branch branch, boolean verbose) {
        List<String> lines = new ArrayList<>();
        lines.add(verbose ? block(branch.point()).stripTrailing() : line(branch.point()));
        String indent = " ".repeat(branch.point().id().length());
        for (RevisionEntry child : branch.children()) {
            String message = verbose ? ", " + message(child.header()) : "";
            lines.add(indent + " -> " + line(child) + message);
        }
        return lines;
    }

    /** That there are none, and how to write one. */
    public static String none(Advice.Words words) {
        return "There are no revisions here. " + words.call(Action.REVISION, List.of("MESSAGE")) + " writes one.";
    }
}
