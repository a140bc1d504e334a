package dev.retort.command;

import dev.retort.error.MissedRevisionsException;
import dev.retort.history.AppliedRevisions;
import dev.retort.history.RecordedRevisions;
import dev.retort.history.Standing;
import dev.retort.migration.RevisionHeader;
import dev.retort.plan.PlannedStep;
import dev.retort.report.UnfiledRevision;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionSet;
import dev.retort.runtime.Listeners;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of the revisions below the version rows have run on this database, according to its history.
 *
 * @param revisions the revisions that count as applied
 * @param missed those below the rows that were never run, in the order in which they would run
 * @param unfiled those in the history that no file has, sorted
 * @param recorded whether the history has exactly this; otherwise the next entry has to list it
 */
record Applied(List<String> revisions, List<String> missed, List<UnfiledRevision> unfiled, boolean recorded) {

    /**
     * Queries the history, which costs nothing if the last entry's digest is that of the revisions below the rows.
     *
     * @param standing where the database stands; each row is known to the graph
     */
    static Applied of(Project project, Database database, Standing standing) {
        RevisionGraph graph = project.graph();
        RevisionSet below = graph.closure(standing.rows());
        List<String> everything = List.copyOf(below);
        if (standing.lastEntry() == null) {
            return new Applied(everything, List.of(), List.of(), false);
        }
        if (standing.says(AppliedRevisions.of(below))) {
            return new Applied(everything, List.of(), List.of(), true);
        }
        RecordedRevisions recorded = database.tables().history().recorded(database.connection());
        boolean told = recorded.complete()
                && recorded.heads().stream().allMatch(head -> graph.find(head).isPresent());
        if (!told) {
            return new Applied(everything, List.of(), List.of(), false);
        }
        // If rows were changed without an entry, for example by an offline script, nothing is known of the revisions in
        // between.
        RevisionSet missed = below.and(graph.closure(recorded.heads())).minus(graph.setOf(known(graph, recorded)));
        List<String> missedInOrder = project.planner().missed(standing.rows(), missed).steps().stream()
                .map(PlannedStep::revision)
                .map(RevisionHeader::id)
                .toList();
        boolean same = Set.copyOf(recorded.heads()).equals(Set.copyOf(standing.rows()));
        List<UnfiledRevision> unfiled = same ? unfiled(project, database, recorded, missedInOrder) : List.of();
        return new Applied(List.copyOf(below.minus(missed)), missedInOrder, unfiled, same && unfiled.isEmpty());
    }

    /** If the rows contradict the graph, nothing is known of what is below them. */
    static Applied unknown(Collection<String> below) {
        return new Applied(List.copyOf(below), List.of(), List.of(), false);
    }

    private static List<UnfiledRevision> unfiled(
            Project project, Database database, RecordedRevisions recorded, List<String> missed) {
        List<String> unfiled = recorded.applied().stream()
                .filter(id -> project.graph().find(id).isEmpty())
                .sorted()
                .toList();
        if (unfiled.isEmpty() || missed.isEmpty()) {
            return unfiled.stream().map(id -> new UnfiledRevision(id, null)).toList();
        }
        Map<String, String> applied = database.tables().history().checksums(database.connection());
        Map<String, String> contents = new HashMap<>();
        for (String id : missed) {
            AppliedFiles.checksum(project, database, id).ifPresent(checksum -> contents.putIfAbsent(checksum, id));
        }
        return unfiled.stream()
                .map(id -> new UnfiledRevision(id, contents.remove(applied.getOrDefault(id, ""))))
                .toList();
    }

    private static List<String> known(RevisionGraph graph, RecordedRevisions recorded) {
        return recorded.applied().stream()
                .filter(id -> graph.find(id).isPresent())
                .toList();
    }

    /** What to report about missed revisions: what needs them now, and what no file has. */
    List<String> remarks(RevisionGraph graph) {
        List<String> remarks = new ArrayList<>(changedEdges(graph));
        unfiled.forEach(revision -> remarks.add(revision.describe()));
        return remarks;
    }

    /**
     * The refusal to continue.
     *
     * @param concerned the missed revisions that it is about
     */
    MissedRevisionsException refusal(RevisionGraph graph, List<String> concerned) {
        return new MissedRevisionsException(concerned, remarks(graph), !unfiled.isEmpty());
    }

    /** Reports unfiled revisions if nothing else reports them. */
    void sayUnfiled(Listeners listeners) {
        if (!unfiled.isEmpty()) {
            List<String> remarks =
                    unfiled.stream().map(UnfiledRevision::describe).toList();
            listeners.tell((listener, database) -> listener.unfiledRevisions(database, remarks));
        }
    }

    /** Which applied revisions need a missed one now and did not when they were run, as sentences. */
    private List<String> changedEdges(RevisionGraph graph) {
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
