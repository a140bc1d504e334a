package dev.retort.plan;

import dev.retort.error.RevisionTargetException;
import dev.retort.error.RevisionTargetException.Reason;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionIdentifier;
import dev.retort.revision.RevisionSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Plans a stamp.
 *
 * <p>The rows that need a destination or that one needs are affected. The first destination that is related to an affected row takes the
 * place of all of them, also of one that is a destination itself; later ones are added.
 */
final class StampPlanner {

    private final RevisionGraph graph;
    private final RevisionSet rowsBefore;
    private final List<StampStep> steps = new ArrayList<>();
    private RevisionSet rows;
    private RevisionSet affected;

    StampPlanner(RevisionGraph graph, RevisionSet rows) {
        this.graph = graph;
        this.rowsBefore = rows;
        this.rows = rows;
        this.affected = graph.setOf(List.of());
    }

    StampPlan plan(List<String> targets) {
        Set<String> destinations = new LinkedHashSet<>();
        RevisionSet released = graph.setOf(List.of());
        for (String target : targets) {
            List<String> resolved = resolve(target);
            destinations.addAll(resolved);
            if (resolved.isEmpty()) {
                released = released.or(releasedByBase(target, targets.size() == 1));
            }
        }
        RevisionSet wanted = graph.setOf(destinations);
        Overlaps.refuseAmongTargets(graph, wanted);
        for (String destination : wanted) {
            affected = affected.or(graph.lineage(destination).and(rowsBefore));
        }
        wanted.forEach(this::stamp);
        released.and(rows).minus(wanted).forEach(row -> move(graph.setOf(List.of(row)), List.of()));
        return new StampPlan(List.copyOf(rowsBefore), steps);
    }

    private List<String> resolve(String target) {
        RevisionRange.refuse(target);
        if (RelativeTarget.parse(target, graph).isPresent()) {
            throw new RevisionTargetException(
                    Reason.MALFORMED, target, "'" + target + "' counts steps.", "A stamp names revisions.");
        }
        return graph.resolve(target);
    }

    /** The rows that a target gives up that means the base; a base without a branch means nothing beside other targets. */
    private RevisionSet releasedByBase(String target, boolean onlyTarget) {
        String branch = RevisionIdentifier.parse(target).branch();
        if (branch != null) {
            return graph.lineage(graph.resolveBranch(branch)).and(rowsBefore);
        }
        return onlyTarget ? rowsBefore : graph.setOf(List.of());
    }

    private void stamp(String destination) {
        if (rowsBefore.contains(destination)) {
            return;
        }
        boolean related = !graph.lineage(destination).and(affected).isEmpty();
        move(related ? affected.and(rows) : graph.setOf(List.of()), List.of(destination));
    }

    private void move(RevisionSet from, List<String> to) {
        rows = rows.minus(from).or(graph.setOf(to));
        RowChange change = RowChange.replacing(List.copyOf(from), to);
        steps.add(new StampStep(List.copyOf(from), to, change, List.copyOf(rows)));
    }
}
