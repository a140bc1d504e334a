package dev.retort.command;

import dev.retort.history.AppliedRevisions;
import dev.retort.history.RecordedRevisions;
import dev.retort.history.Standing;
import dev.retort.plan.MigrationStep;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionHeader;
import dev.retort.revision.RevisionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What of the revisions below the version rows has run on this database, as its history tells.
 *
 * @param revisions what counts as applied
 * @param missed those below the rows that were never run, in the order in which they would run
 * @param recorded whether the history tells all of it; else the next entry has to list it
 */
record Applied(List<String> revisions, List<String> missed, boolean recorded) {

    /**
     * Asks the history, which costs nothing when the last entry's digest is that of the revisions below the rows.
     *
     * @param standing where the database stands; each row is known to the graph
     */
    static Applied of(Project project, Database database, Standing standing) {
        RevisionGraph graph = project.graph();
        RevisionSet below = graph.closure(standing.rows());
        List<String> everything = List.copyOf(below);
        if (standing.lastEntry().isEmpty()) {
            return new Applied(everything, List.of(), false);
        }
        if (standing.says(AppliedRevisions.of(below))) {
            return new Applied(everything, List.of(), true);
        }
        RecordedRevisions recorded = database.tables().history().recorded(database.connection());
        boolean told = recorded.complete()
                && recorded.heads().stream().allMatch(head -> graph.find(head).isPresent());
        if (!told) {
            return new Applied(everything, List.of(), false);
        }
        // Rows that moved without an entry, by an offline script for one, say nothing of what lies between.
        RevisionSet missed = below.and(graph.closure(recorded.heads())).minus(graph.setOf(known(graph, recorded)));
        return new Applied(
                List.copyOf(below.minus(missed)),
                project.planner().missed(standing.rows(), missed).steps().stream()
                        .map(MigrationStep::revision)
                        .map(RevisionHeader::id)
                        .toList(),
                Set.copyOf(recorded.heads()).equals(Set.copyOf(standing.rows())));
    }

    private static List<String> known(RevisionGraph graph, RecordedRevisions recorded) {
        return recorded.applied().stream()
                .filter(id -> graph.find(id).isPresent())
                .toList();
    }

    /** Which applied revisions need a missed one now, as sentences: they did not when they were run. */
    List<String> changedEdges(RevisionGraph graph) {
        List<String> sentences = new ArrayList<>();
        for (String id : revisions) {
            RevisionHeader header = graph.get(id);
            for (String gap : missed) {
                boolean revises = header.revises().contains(gap);
                if (revises || graph.prerequisites(id).contains(gap)) {
                    sentences.add("'" + id + "' " + (revises ? "revises" : "depends on") + " '" + gap
                            + "' now, and did not when it was applied.");
                }
            }
        }
        return sentences;
    }
}
