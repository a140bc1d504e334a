package dev.retort.plan;

import dev.retort.error.OverlappingRevisionsException;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionSet;
import java.util.List;
import java.util.Optional;

/** Finds and refuses revisions that are given together although one needs the other. */
final class Overlaps {

    private Overlaps() {}

    static void refuseAmongTargets(RevisionGraph graph, RevisionSet targets) {
        among(graph, targets, false).ifPresent(Overlaps::refuse);
    }

    static void refuseAmongRows(RevisionGraph graph, RevisionSet rows) {
        amongRows(graph, rows).ifPresent(Overlaps::refuse);
    }

    static Optional<OverlappingRevisionsException> amongRows(RevisionGraph graph, RevisionSet rows) {
        return among(graph, rows, true);
    }

    private static void refuse(OverlappingRevisionsException overlap) {
        throw overlap;
    }

    private static Optional<OverlappingRevisionsException> among(
            RevisionGraph graph, RevisionSet side, boolean inVersionTable) {
        RevisionSet maximal = graph.maximal(side);
        for (String ancestor : side.minus(maximal)) {
            RevisionSet above = graph.descendants(List.of(ancestor)).and(maximal);
            return Optional.of(
                    new OverlappingRevisionsException(ancestor, above.iterator().next(), inVersionTable));
        }
        return Optional.empty();
    }
}
