package dev.retort.plan;

import dev.retort.error.OverlappingRevisionsException;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionSet;
import java.util.List;

/** Refuses revisions that stand side by side although one needs the other. */
final class Overlaps {

    private Overlaps() {}

    static void refuseAmongTargets(RevisionGraph graph, RevisionSet targets) {
        refuse(graph, targets, false);
    }

    static void refuseAmongRows(RevisionGraph graph, RevisionSet rows) {
        refuse(graph, rows, true);
    }

    private static void refuse(RevisionGraph graph, RevisionSet side, boolean inVersionTable) {
        RevisionSet maximal = graph.maximal(side);
        for (String ancestor : side.minus(maximal)) {
            RevisionSet above = graph.descendants(List.of(ancestor)).and(maximal);
            throw new OverlappingRevisionsException(ancestor, above.iterator().next(), inVersionTable);
        }
    }
}
