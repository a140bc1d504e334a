package dev.retort.revision;

import dev.retort.error.RevisionGraphException;
import dev.retort.error.SourcePosition;
import dev.retort.migration.RevisionHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ids and labels of a graph, which share one namespace, and the positions in load order that they stand for. */
final class RevisionNames {

    private final List<RevisionHeader> revisions;
    private final Map<String, Integer> ids;
    private final Map<String, Integer> keys;

    RevisionNames(List<RevisionHeader> revisions) {
        this.revisions = revisions;
        this.ids = new HashMap<>(revisions.size() * 2);
        for (int position = 0; position < revisions.size(); position++) {
            registerId(position);
        }
        this.keys = new HashMap<>(ids);
        for (int position = 0; position < revisions.size(); position++) {
            for (String label : revisions.get(position).labels()) {
                registerLabel(label, position);
            }
        }
    }

    /** The position of the revision with exactly this id, or null. */
    @Nullable
    Integer positionOfId(String id) {
        return ids.get(id);
    }

    /** The position of the revision with exactly this id or label, or null. */
    @Nullable
    Integer positionOf(String key) {
        return keys.get(key);
    }

    /** All ids, in load order, and then all labels. */
    List<String> keys() {
        List<String> all = new ArrayList<>(keys.size());
        revisions.forEach(revision -> all.add(revision.id()));
        revisions.forEach(revision -> all.addAll(revision.labels()));
        return all;
    }

    private void registerId(int position) {
        RevisionHeader revision = revisions.get(position);
        checkName(NameKind.ID, revision.id(), revision);
        Integer earlier = ids.putIfAbsent(revision.id(), position);
        if (earlier != null) {
            throw new RevisionGraphException(
                    "Two revisions have the id '" + revision.id() + "'" + both(revisions.get(earlier), revision) + ".",
                    List.of(revision.id()),
                    revision.position(),
                    "Give one of them another id, or remove the file that is a copy.");
        }
    }

    private void registerLabel(String label, int position) {
        RevisionHeader revision = revisions.get(position);
        checkName(NameKind.LABEL, label, revision);
        Integer taken = keys.putIfAbsent(label, position);
        if (taken != null) {
            RevisionHeader owner = revisions.get(taken);
            String use = owner.id().equals(label) ? "the id" : "a label";
            throw new RevisionGraphException(
                    "The label '" + label + "' of revision '" + revision.id() + "' is already " + use + " of revision '"
                            + owner.id() + "'" + both(owner, revision) + ".",
                    List.of(owner.id(), revision.id()),
                    revision.position(),
                    "Choose another label for one of them.");
        }
    }

    private static void checkName(NameKind kind, String name, RevisionHeader revision) {
        kind.problem(name).ifPresent(problem -> {
            throw new RevisionGraphException(problem, List.of(revision.id()), revision.position(), kind.rule());
        });
    }

    private static String both(RevisionHeader first, RevisionHeader second) {
        SourcePosition one = first.position();
        SourcePosition other = second.position();
        return one == null || other == null ? "" : ": " + one + " and " + other;
    }
}
