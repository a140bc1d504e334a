package dev.retort.plan;

import dev.retort.error.AmbiguousRevisionException;
import dev.retort.error.RevisionTargetException;
import dev.retort.error.RevisionTargetException.Reason;
import dev.retort.revision.RelativeWalk;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionSet;
import dev.retort.revision.RevisionTarget;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A relative target with its branch resolved. */
final class RelativeTarget {

    private final RevisionGraph graph;
    private final RevisionTarget.Relative target;
    private final @Nullable RevisionSet lineage;

    private RelativeTarget(RevisionGraph graph, RevisionTarget.Relative target) {
        this.graph = graph;
        this.target = target;
        this.lineage = target.resolveBranch(graph).map(graph::versionedLineage).orElse(null);
    }

    /** The target as a relative one; empty if it is not relative. */
    static Optional<RelativeTarget> of(RevisionTarget target, RevisionGraph graph) {
        return target.asRelative(graph).map(relative -> new RelativeTarget(graph, relative));
    }

    String text() {
        return target.text();
    }

    /** Whether the target does not say from which revision to count. */
    boolean startIsImplied() {
        return target.from() == null;
    }

    boolean leadsUp() {
        return target.upwards() && target.count() > 0;
    }

    boolean leadsDown() {
        return !target.upwards() && target.count() > 0;
    }

    /** The revision from which the target counts; null for the base. */
    @Nullable
    String namedStart() {
        return Objects.requireNonNull(target.from()).resolveOne(graph).orElse(null);
    }

    /**
     * The only row from which to count, of the target's branch if it names one; null if there is none.
     *
     * @param rows the rows of the version table
     * @param beginning what to write instead to count from a given row, if several could be meant
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
            throw AmbiguousRevisionException.ofStart(text(), candidates, beginning.apply(candidates.get(0)));
        }
        return starts.stream().findFirst().orElse(null);
    }

    /** The same steps in the line of a revision. */
    RevisionTarget inLineOf(String revision) {
        return new RevisionTarget.Relative(revision, null, target.steps());
    }

    /** Takes as many of the steps as possible. */
    RelativeWalk walkAsFarAsPossible(@Nullable String start) {
        return target.upwards()
                ? graph.walkUp(start, target.count(), lineage, text())
                : graph.walkDown(start, target.count(), text());
    }

    /** Takes as many of the steps down as possible without reaching the base. */
    String walkDownToRevision(String start) {
        RelativeWalk walk = walkAsFarAsPossible(start);
        return walk.end()
                .or(() -> graph.walkDown(start, walk.steps() - 1, text()).end())
                .orElse(start);
    }

    /** Takes all steps and returns where they led; empty for the base. */
    Optional<String> walk(@Nullable String start) {
        RelativeWalk walk = walkAsFarAsPossible(start);
        if (walk.steps() < target.count()) {
            throw wrongCount(
                    "'" + text() + "' goes " + (target.upwards() ? "up " : "down ")
                            + target.steps().substring(1) + " from "
                            + (start == null ? "the base" : "'" + start + "'") + possible(walk.steps()),
                    null);
        }
        return walk.end();
    }

    private String possible(int possible) {
        return switch (possible) {
            case 0 -> ", and nothing lies " + (target.upwards() ? "above" : "below") + ".";
            case 1 -> ", and only 1 step is possible.";
            default -> ", and only " + possible + " steps are possible.";
        };
    }

    RevisionTargetException wrongCount(String problem, @Nullable String remedy) {
        return new RevisionTargetException(Reason.RELATIVE_COUNT, text(), problem, remedy);
    }
}
