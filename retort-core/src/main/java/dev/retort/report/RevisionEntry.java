package dev.retort.report;

import dev.retort.migration.RevisionHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision in a listing, with what its place in the graph says about it.
 *
 * @param header what the file says
 * @param labels the branch labels that reach it, its own and inherited ones
 * @param children the revisions that revise it
 * @param path the file, as it can be opened; null for a revision without one
 * @param format {@code java} or {@code sql}
 * @param head whether nothing needs it
 * @param effectiveHead whether nothing revises it, although something depends on it
 * @param current whether the version table has a row for it; null when the database was not asked
 * @param changed whether its file is no longer what was applied; null when the database was not asked
 * @param missed whether it lies below what is applied and was never run; null when the database was not asked
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
