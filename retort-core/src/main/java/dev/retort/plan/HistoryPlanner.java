package dev.retort.plan;

import dev.retort.error.RevisionTargetException;
import dev.retort.error.RevisionTargetException.Reason;
import dev.retort.migration.RevisionHeader;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionSet;
import dev.retort.revision.RevisionTarget;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the revisions in a range. */
final class HistoryPlanner {

    private final RevisionGraph graph;
    private final RevisionSet rows;
    private final UpgradeTarget upgradeTarget;

    HistoryPlanner(RevisionGraph graph, RevisionSet rows) {
        this.graph = graph;
        this.rows = rows;
        this.upgradeTarget = new UpgradeTarget(graph);
    }

    List<RevisionHeader> list(RevisionRange range) {
        Optional<RelativeTarget> countedFromEnd =
                RelativeTarget.of(range.start(), graph).filter(RelativeTarget::startIsImplied);
        RevisionSet nothing = graph.setOf(List.of());
        RevisionSet starts;
        RevisionSet ends;
        if (countedFromEnd.isPresent()) {
            ends = ends(range, nothing);
            starts = below(ends, countedFromEnd.get(), range);
        } else {
            starts = range.startsAtCurrent() ? rows : graph.setOf(upgradeTarget.resolve(range.start(), nothing));
            ends = ends(range, starts);
        }
        return list(range, starts, ends);
    }

    private List<RevisionHeader> list(RevisionRange range, RevisionSet starts, RevisionSet ends) {
        RevisionSet upToEnds = graph.closure(ends);
        for (String start : starts.minus(upToEnds)) {
            throw new RevisionTargetException(
                    Reason.NOT_AN_ANCESTOR,
                    range.toString(),
                    "Revision '" + start + "' is not an ancestor of '"
                            + range.end().text() + "'.",
                    "The older end of a range comes first.");
        }
        RevisionSet oldest = graph.minimal(starts);
        RevisionSet between = upToEnds.minus(graph.closure(oldest).minus(oldest));
        boolean fromEverywhere = starts.isEmpty() || range.startsAtCurrent();
        RevisionSet listed = fromEverywhere ? between : between.and(graph.versionedDescendants(starts));
        return graph.newestFirst(ends, between, listed).stream().map(graph::get).toList();
    }

    /** The newer ends; a branch that qualifies the start restricts them. */
    private RevisionSet ends(RevisionRange range, RevisionSet starts) {
        Optional<String> branch = range.start().resolveBranch(graph);
        if (branch.isEmpty()) {
            return ends(range.end(), starts);
        }
        // A head of the branch on which another line depends is no real head, and plain "heads" would omit it.
        if (range.end() instanceof RevisionTarget.Heads heads && heads.branch() == null) {
            return graph.setOf(new RevisionTarget.Heads(range.start().branch()).resolve(graph));
        }
        return ends(range.end(), starts).and(graph.versionedLineage(branch.get()));
    }

    private RevisionSet ends(RevisionTarget end, RevisionSet starts) {
        return end instanceof RevisionTarget.Current ? rows : graph.setOf(upgradeTarget.resolveLeniently(end, starts));
    }

    private RevisionSet below(RevisionSet ends, RelativeTarget steps, RevisionRange range) {
        if (!steps.leadsDown()) {
            throw steps.wrongCount(
                    "'" + range.start().text() + "' does not say where the range starts.",
                    "Count with '-' from the end of the range, or from a revision.");
        }
        Set<String> starts = new LinkedHashSet<>();
        for (String end : ends) {
            starts.add(steps.walkDownToRevision(end));
        }
        return graph.setOf(starts);
    }
}
