package dev.retort.report;

import java.util.List;

/**
 * A branch point with the revisions that revise it.
 *
 * @param point the branch point
 * @param children the revisions that revise it, in load order
 */
public record Branch(RevisionEntry point, List<RevisionEntry> children) {

    public Branch {
        children = List.copyOf(children);
    }
}
