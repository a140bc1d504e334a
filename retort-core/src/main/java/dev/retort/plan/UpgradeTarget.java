package dev.retort.plan;

import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionSet;
import dev.retort.revision.RevisionTarget;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resolves the target of an upgrade, or the newer end of a range. */
final class UpgradeTarget {

    private final RevisionGraph graph;

    UpgradeTarget(RevisionGraph graph) {
        this.graph = graph;
    }

    /** The revisions that a target names, relative to some rows; none for the base. */
    List<String> resolve(RevisionTarget target, Collection<String> rows) {
        return resolve(
                target,
                rows,
                RelativeTarget::walk,
                (steps, row) -> steps.inLineOf(row).text());
    }

    /** As {@link #resolve(RevisionTarget, Collection)}, but steps that go too far end at the last revision. */
    List<String> resolveLeniently(RevisionTarget target, Collection<String> rows) {
        return resolve(
                target,
                rows,
                (steps, start) ->
                        steps.leadsUp() ? steps.walkAsFarAsPossible(start).end() : steps.walk(start),
                (steps, row) -> new RevisionRange(new RevisionTarget.Named(null, row), steps.inLineOf(row)).toString());
    }

    private List<String> resolve(RevisionTarget target, Collection<String> rows, Walk walk, Beginning beginning) {
        return RelativeTarget.of(target, graph)
                .map(steps ->
                        walk.from(steps, start(steps, rows, beginning)).stream().toList())
                .orElseGet(() -> target.resolve(graph));
    }

    private @Nullable String start(RelativeTarget target, Collection<String> rows, Beginning beginning) {
        if (!target.startIsImplied()) {
            return target.namedStart();
        }
        if (!target.leadsUp()) {
            throw target.wrongCount(
                    "'" + target.text() + "' does not lead upwards.", "Write '+' and a number from 1 on.");
        }
        RevisionSet applied = graph.closure(rows);
        return target.impliedStart(
                rows, row -> beginning.at(target, row), lineage -> graph.maximal(lineage.and(applied)));
    }

    /** What to write instead of a target to count from a given row. */
    private interface Beginning {
        String at(RelativeTarget target, String row);
    }

    private interface Walk {
        Optional<String> from(RelativeTarget target, @Nullable String start);
    }
}
