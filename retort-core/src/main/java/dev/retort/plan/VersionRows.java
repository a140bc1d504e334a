package dev.retort.plan;

import dev.retort.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a version table while revisions are run.
 *
 * <p>The rows are always the applied revisions that no other applied revision needs. So a row disappears when something that needs it
 * directly is applied, and appears when the last applied revision that needs it directly is undone.
 */
final class VersionRows {

    private final RevisionGraph graph;
    private final Comparator<String> loadOrder;
    private final List<String> rows;
    private final Map<String, Integer> appliedDependents = new HashMap<>();

    VersionRows(RevisionGraph graph, Collection<String> rows) {
        this.graph = graph;
        this.loadOrder = graph.loadOrder();
        this.rows = new ArrayList<>(graph.setOf(rows));
        graph.closure(rows).forEach(applied -> countDependent(applied, 1));
    }

    /** Runs the upgrade of a revision whose prerequisites are all applied. */
    RowChange apply(String id) {
        countDependent(id, 1);
        List<String> covered = graph.prerequisites(id).stream()
                .filter(prerequisite -> place(prerequisite) >= 0)
                .toList();
        return replace(covered, List.of(id));
    }

    /** Runs the downgrade of a revision that is a row. */
    RowChange revert(String id) {
        countDependent(id, -1);
        List<String> uncovered = graph.prerequisites(id).stream()
                .filter(prerequisite -> appliedDependents.getOrDefault(prerequisite, 0) == 0)
                .toList();
        return replace(List.of(id), uncovered);
    }

    /** The rows, in load order. */
    List<String> list() {
        return List.copyOf(rows);
    }

    private void countDependent(String dependent, int change) {
        graph.prerequisites(dependent)
                .forEach(prerequisite -> appliedDependents.merge(prerequisite, change, Integer::sum));
    }

    private RowChange replace(List<String> old, List<String> fresh) {
        old.forEach(row -> rows.remove(place(row)));
        fresh.forEach(row -> rows.add(-place(row) - 1, row));
        return RowChange.replacing(old, fresh);
    }

    /** The position of a row, or, as a negative number, its insertion point. */
    private int place(String row) {
        return Collections.binarySearch(rows, row, loadOrder);
    }
}
