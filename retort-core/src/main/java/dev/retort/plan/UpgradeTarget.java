package dev.retort.plan;

import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the revisions that the target of an upgrade, or the newer end of a range, means. */
final class UpgradeTarget {

    private final RevisionGraph graph;

    UpgradeTarget(RevisionGraph graph) {
        this.graph = graph;
    }

    /** The revisions that a text means, seen from some rows; none when it means the base. */
    List<String> resolve(String text, Collection<String> rows) {
        return resolve(text, rows, RelativeTarget::walk, RelativeTarget::inLineOf);
    }

    /** As {@link #resolve(String, Collection)}, but steps that go too far end at the last revision. */
    List<String> resolveLeniently(String text, Collection<String> rows) {
        return resolve(
                text,
                rows,
                (target, start) ->
                        target.leadsUp() ? target.walkAsFarAsPossible(start).end() : target.walk(start),
                (target, start) -> new RevisionRange(start, target.inLineOf(start)).toString());
    }

    private List<String> resolve(String text, Collection<String> rows, Walk walk, Beginning beginning) {
        return RelativeTarget.parse(text, graph)
                .map(target -> walk.from(target, start(target, text, rows, beginning)).stream()
                        .toList())
                .orElseGet(() -> graph.resolve(text));
    }

    private @Nullable String start(RelativeTarget target, String text, Collection<String> rows, Beginning beginning) {
        if (!target.startIsImplied()) {
            return target.namedStart();
        }
        if (!target.leadsUp()) {
            throw target.wrongCount("'" + text + "' does not lead upwards.", "Write '+' and a number from 1 on.");
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
