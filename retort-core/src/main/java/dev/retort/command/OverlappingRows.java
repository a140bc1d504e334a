package dev.retort.command;

import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.OverlappingRevisionsException;
import dev.retort.history.RecordedRevisions;
import dev.retort.history.Standing;
import dev.retort.migration.RevisionHeader;
import dev.retort.revision.RevisionGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Version rows of which one is an ancestor of another: edited by hand, or written before the graph was changed, which the history shows.
 */
final class OverlappingRows {

    private final RevisionGraph graph;
    private final Set<String> applied;
    private final List<String> changes = new ArrayList<>();
    private final Set<String> changed = new TreeSet<>();
    private final Set<String> neverRun = new TreeSet<>();

    private OverlappingRows(RevisionGraph graph, Set<String> applied) {
        this.graph = graph;
        this.applied = applied;
    }

    /**
     * Refuses rows that overlap.
     *
     * @param standing where the database stands
     * @throws OverlappingRevisionsException when each row is known and one is below another
     */
    static void refuse(Project project, Database database, Standing standing) {
        if (standing.rows().stream().allMatch(row -> project.graph().find(row).isPresent())) {
            of(project, database, standing).ifPresent(OverlappingRows::refuse);
        }
    }

    private static void refuse(OverlappingRevisionsException overlap) {
        throw overlap;
    }

    /**
     * The error for overlapping rows; empty if none overlap.
     *
     * @param standing where the database stands; each row is known to the graph
     */
    static Optional<OverlappingRevisionsException> of(Project project, Database database, Standing standing) {
        return project.planner().overlap(standing.rows()).map(overlap -> {
            if (standing.lastEntry() == null) {
                return overlap;
            }
            RecordedRevisions recorded = database.tables().history().recorded(database.connection());
            if (!recorded.complete()
                    || !Set.copyOf(recorded.heads()).equals(Set.copyOf(standing.rows()))
                    || !recorded.applied().containsAll(standing.rows())) {
                return overlap;
            }
            return new OverlappingRows(project.graph(), recorded.applied()).explained(overlap, standing.rows());
        });
    }

    /** If Retort itself has written both rows, nothing above the ancestor needed it at that time. */
    private OverlappingRevisionsException explained(OverlappingRevisionsException overlap, Collection<String> rows) {
        Set<String> between = graph.closure(List.of(overlap.descendant()));
        Deque<String> below = new ArrayDeque<>(List.of(overlap.ancestor()));
        while (!below.isEmpty()) {
            String id = below.remove();
            for (String above : between) {
                RevisionHeader header = graph.get(above);
                if (!graph.prerequisites(above).contains(id)) {
                    continue;
                }
                if (applied.contains(above)) {
                    boolean revises = header.revises().contains(id);
                    changes.add("'" + above + "' " + (revises ? "revises" : "depends on") + " '" + id
                            + "' now, and did not when it was applied.");
                    changed.add(above);
                } else if (neverRun.add(above)) {
                    below.add(above);
                }
            }
        }
        return new OverlappingRevisionsException(
                overlap.ancestor(), overlap.descendant(), changes, advice(graph.tips(rows)));
    }

    private Advice advice(Collection<String> tips) {
        String back = "Restore what " + quoted(changed) + " revised and depended on when it was applied";
        return neverRun.isEmpty()
                ? Advice.of(
                        "{}; or, if the change is intended, record it with {}, which runs nothing.",
                        Advice.of(back),
                        Action.PURGE_AND_STAMP.of(List.copyOf(tips)))
                : Advice.of(back + ". " + quoted(neverRun)
                        + " was never run on this database, and a stamp above it would count it as applied.");
    }

    private static String quoted(Collection<String> ids) {
        return "'" + String.join("', '", ids) + "'";
    }
}
