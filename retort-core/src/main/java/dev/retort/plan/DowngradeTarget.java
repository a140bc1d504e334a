package dev.retort.plan;

import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionTarget;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The end of a downgrade.
 *
 * @param revision the newest revision to keep; null for the base
 * @param line the revision whose line alone is undone when several lead to the target; null when all are
 */
record DowngradeTarget(@Nullable String revision, @Nullable String line) {

    /** Resolves a target, relative to some rows. */
    static DowngradeTarget of(RevisionTarget target, RevisionGraph graph, Collection<String> rows) {
        String line = target.resolveBranch(graph).orElse(null);
        return RelativeTarget.of(target, graph)
                .map(steps -> steps.startIsImplied()
                        ? belowRow(steps, line, impliedStart(steps, graph, rows))
                        : besideSymbol(steps, line))
                .orElseGet(() -> new DowngradeTarget(target.resolveOne(graph).orElse(null), line));
    }

    private static String impliedStart(RelativeTarget target, RevisionGraph graph, Collection<String> rows) {
        if (!target.leadsDown()) {
            throw target.wrongCount(
                    "'" + target.text() + "' does not lead downwards.", "Write '-' and a number from 1 on.");
        }
        String start =
                target.impliedStart(rows, row -> target.inLineOf(row).text(), lineage -> lineage.and(graph.tips(rows)));
        if (start == null) {
            throw target.wrongCount("No revision is applied from which '" + target.text() + "' could count.", null);
        }
        return start;
    }

    private static DowngradeTarget belowRow(RelativeTarget target, @Nullable String line, String start) {
        return new DowngradeTarget(target.walk(start).orElse(null), line == null ? start : line);
    }

    /** At the base, only the revision from which the steps were counted tells which of several bases is meant. */
    private static DowngradeTarget besideSymbol(RelativeTarget target, @Nullable String line) {
        String start = target.namedStart();
        String end = target.walk(start).orElse(null);
        return new DowngradeTarget(end, line == null && end == null ? start : line);
    }
}
