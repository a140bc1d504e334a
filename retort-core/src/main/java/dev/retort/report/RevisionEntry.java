package dev.retort.report;

import dev.retort.migration.RevisionHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision in a listing, with its place in the graph.
 *
 * @param header what the file says about itself
 * @param labels its branch labels, declared and inherited
 * @param children the revisions that revise it
 * @param path the path of the file; null for a revision without a file
 * @param format {@code java} or {@code sql}
 * @param head whether no revision revises it or depends on it
 * @param effectiveHead whether no revision revises it, although one depends on it
 * @param current whether the version table has a row for it; null if the database was not queried
 * @param changed whether its file has changed since it was applied; null if the database was not queried
 * @param missed whether it is below applied revisions and was never run; null if the database was not queried
 * @param branchPoint whether several revisions revise it
 * @param mergePoint whether it revises several
 */
public record RevisionEntry(
        RevisionHeader header,
        List<String> labels,
        List<String> children,
        @Nullable String path,
        String format,
        boolean head,
        boolean effectiveHead,
        @Nullable Boolean current,
        @Nullable Boolean changed,
        @Nullable Boolean missed,
        boolean branchPoint,
        boolean mergePoint) {

    public RevisionEntry {
        labels = List.copyOf(labels);
        children = List.copyOf(children);
    }

    /** The identifier. */
    public String id() {
        return header.id();
    }
}
