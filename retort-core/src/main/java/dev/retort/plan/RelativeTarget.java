package dev.retort.plan;

import dev.retort.error.AmbiguousRevisionException;
import dev.retort.error.RevisionTargetException;
import dev.retort.error.RevisionTargetException.Reason;
import dev.retort.revision.RelativeIdentifier;
import dev.retort.revision.RelativeWalk;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionIdentifier;
import dev.retort.revision.RevisionSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A target that counts steps, with its branch looked up. */
final class RelativeTarget {

    private final RevisionGraph graph;
    private final String text;
    private final RelativeIdentifier steps;
    private final @Nullable RevisionSet lineage;

    private RelativeTarget(RevisionGraph graph, String text, RelativeIdentifier steps) {
        this.graph = graph;
        this.text = text;
        this.steps = steps;
        this.lineage = steps.branch() == null ? null : graph.versionedLineage(graph.resolveBranch(steps.branch()));
    }

    /** Reads a text as a target that counts steps, if it is one. */
    static Optional<RelativeTarget> parse(String text, RevisionGraph graph) {
        return RelativeIdentifier.parse(RevisionIdentifier.parse(text), graph)
                .map(steps -> new RelativeTarget(graph, text, steps));
    }

    /** True when the target does not say from which revision to count. */
    boolean startIsImplied() {
        return steps.symbol() == null;
    }

    boolean leadsUp() {
        return steps.upwards() && steps.count() > 0;
    }

    boolean leadsDown() {
        return !steps.upwards() && steps.count() > 0;
    }

    /** The revision that the target says to count from; null for the base. */
    @Nullable
    String namedStart() {
        return graph.resolveOne(steps.origin().toString()).orElse(null);
    }

    /**
     * The one row to count from, of the target's branch if it names one; null when there is none.
     *
     * @param rows the rows of the version table
     * @param beginning what to write instead to count from a given row, when several could be meant
     * @param within if no row is of the branch, finds where the applied part of a branch, given as its lineage, ends
     */
    @Nullable
    String impliedStart(Collection<String> rows, UnaryOperator<String> beginning, UnaryOperator<RevisionSet> within) {
        Collection<String> starts = rows;
        if (lineage != null) {
            RevisionSet direct = lineage.and(graph.setOf(rows));
            starts = direct.isEmpty() ? within.apply(lineage) : direct;
        }
        if (starts.size() > 1) {
            List<String> candidates = List.copyOf(starts);
            throw AmbiguousRevisionException.ofStart(text, candidates, beginning.apply(candidates.get(0)));
        }
        return starts.stream().findFirst().orElse(null);
    }

    /** The same steps in the line of a revision. */
    String inLineOf(String revision) {
        return new RevisionIdentifier(revision, steps.steps()).toString();
    }

    /** Takes the steps, as many as are possible. */
    RelativeWalk walkAsFarAsPossible(@Nullable String start) {
        return steps.upwards()
                ? graph.walkUp(start, steps.count(), lineage, text)
                : graph.walkDown(start, steps.count(), text);
    }

    /** Takes the steps down, as many as are possible without leaving the revisions. */
    String walkDownToRevision(String start) {
        RelativeWalk walk = walkAsFarAsPossible(start);
        return walk.end()
                .or(() -> graph.walkDown(start, walk.steps() - 1, text).end())
                .orElse(start);
    }

    /** Takes all the steps and returns where they led; empty for the base. */
    Optional<String> walk(@Nullable String start) {
        RelativeWalk walk = walkAsFarAsPossible(start);
        if (walk.steps() < steps.count()) {
            throw wrongCount(
                    "'" + text + "' goes " + (steps.upwards() ? "up " : "down ")
                            + steps.steps().substring(1) + " from "
                            + (start == null ? "the base" : "'" + start + "'") + possible(walk.steps()),
                    null);
        }
        return walk.end();
    }

    private String possible(int possible) {
        return switch (possible) {
            case 0 -> ", and nothing lies " + (steps.upwards() ? "above" : "below") + ".";
            case 1 -> ", and only 1 step is possible.";
            default -> ", and only " + possible + " steps are possible.";
        };
    }

    RevisionTargetException wrongCount(String problem, @Nullable String remedy) {
        return new RevisionTargetException(Reason.RELATIVE_COUNT, text, problem, remedy);
    }
}
