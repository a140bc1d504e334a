package dev.retort.plan;

import dev.retort.error.RevisionTargetException;
import dev.retort.error.RevisionTargetException.Reason;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionSet;
import dev.retort.revision.RevisionTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans a stamp.
 *
 * <p>The rows that are ancestors or descendants of a destination are affected. The first destination that is related to an affected row
 * replaces all of them, even one that is a destination itself; later ones are added.
 */
final class StampPlanner {

    private final RevisionGraph graph;
    private final RevisionSet rowsBefore;
    private final List<StampStep> steps = new ArrayList<>();
    private final RevisionSet none;
    private RevisionSet rows;

    StampPlanner(RevisionGraph graph, RevisionSet rows) {
        this.graph = graph;
        this.rowsBefore = rows;
        this.none = graph.setOf(List.of());
        this.rows = rows;
    }

    StampPlan plan(List<RevisionTarget> targets) {
        RevisionSet destinations = none;
        RevisionSet released = none;
        for (RevisionTarget target : targets) {
            List<String> resolved = resolve(target);
            destinations = destinations.or(graph.setOf(resolved));
            if (resolved.isEmpty()) {
                released = released.or(releasedByBase(target, targets.size() == 1));
            }
        }
        Overlaps.refuseAmongTargets(graph, destinations);
        RevisionSet affected = none;
        for (String destination : destinations) {
            affected = affected.or(related(destination));
        }
        for (String destination : destinations.minus(rowsBefore)) {
            move(related(destination).isEmpty() ? none : affected.and(rows), List.of(destination));
        }
        for (String row : released.and(rows).minus(destinations)) {
            move(graph.setOf(List.of(row)), List.of());
        }
        return new StampPlan(List.copyOf(rowsBefore), steps);
    }

    private List<String> resolve(RevisionTarget target) {
        if (RelativeTarget.of(target, graph).isPresent()) {
            throw new RevisionTargetException(
                    Reason.MALFORMED,
                    target.text(),
                    "'" + target.text() + "' is relative.",
                    "A stamp names revisions.");
        }
        return target.resolve(graph);
    }

    /** The rows that are removed by a target that means the base; a base without a branch has no effect together with other targets. */
    private RevisionSet releasedByBase(RevisionTarget target, boolean onlyTarget) {
        Optional<String> branch = target.resolveBranch(graph);
        if (branch.isPresent()) {
            return related(branch.get());
        }
        return onlyTarget ? rowsBefore : none;
    }

    /** The rows that are ancestors or descendants of the revision. */
    private RevisionSet related(String revision) {
        return graph.lineage(revision).and(rowsBefore);
    }

    private void move(RevisionSet from, List<String> to) {
        rows = rows.minus(from).or(graph.setOf(to));
        RowChange change = RowChange.replacing(List.copyOf(from), to);
        steps.add(new StampStep(List.copyOf(from), to, change, List.copyOf(rows)));
    }
}
