package dev.retort.history;

import java.util.List;
import java.util.Set;

/**
 * What the history knows of the revisions that have run.
 *
 * @param applied those that were applied, also by a stamp, and not undone since
 * @param heads the version rows after the last entry
 * @param complete whether it knows all that is applied: it begins with a list of them, or with an empty database, and has no gap
 */
public record RecordedRevisions(Set<String> applied, List<String> heads, boolean complete) {

    public RecordedRevisions {
        applied = Set.copyOf(applied);
        heads = List.copyOf(heads);
    }
}
