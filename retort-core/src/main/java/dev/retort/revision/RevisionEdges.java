package dev.retort.revision;

import dev.retort.error.NearMatches;
import dev.retort.error.RevisionCycleException;
import dev.retort.error.RevisionGraphException;
import dev.retort.migration.RevisionHeader;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The edges of a graph, as arrays of positions in load order. */
final class RevisionEdges {

    private final int[][] parents;
    private final int[][] children;
    private final int[][] dependencies;
    private final int[][] prerequisites;
    private final int[][] dependents;
    private final int[][] walked;

    /** Links the revisions; a missing or repeated name, or a cycle, is an error. */
    RevisionEdges(List<RevisionHeader> revisions, RevisionNames names) {
        Linker linker = new Linker(revisions, names);
        this.parents = linker.all(linker::parents);
        this.dependencies = linker.all(linker::dependencies);
        this.children = inverse(parents);
        int[] parentsFirst = TopologicalOrder.of(parents, children, revisions);
        this.prerequisites = joined(parents, dependencies);
        this.dependents = inverse(prerequisites);
        TopologicalOrder.of(prerequisites, dependents, revisions);
        this.walked = joined(parents, withoutInherited(parentsFirst));
    }

    /** What each revision revises, in file order. */
    int[][] parents() {
        return parents;
    }

    /** Who revises each revision, in load order. */
    int[][] children() {
        return children;
    }

    /** What each revision depends on, in file order. */
    int[][] dependencies() {
        return dependencies;
    }

    /** Parents and then dependencies. */
    int[][] prerequisites() {
        return prerequisites;
    }

    /** Who revises or depends on each revision, in load order. */
    int[][] dependents() {
        return dependents;
    }

    /**
     * Parents and then those dependencies that no ancestor through parents declares too: the same closure with fewer edges, in
     * the order in which a plan follows them.
     */
    int[][] walked() {
        return walked;
    }

    /** The given positions and all that can be reached from them. */
    static BitSet reach(int[][] edges, BitSet from) {
        BitSet reached = (BitSet) from.clone();
        int[] stack = new int[edges.length];
        int depth = 0;
        for (int start = from.nextSetBit(0); start >= 0; start = from.nextSetBit(start + 1)) {
            stack[depth++] = start;
        }
        while (depth > 0) {
            for (int next : edges[stack[--depth]]) {
                if (!reached.get(next)) {
                    reached.set(next);
                    stack[depth++] = next;
                }
            }
        }
        return reached;
    }

    private static int[][] inverse(int[][] edges) {
        int[] count = new int[edges.length];
        for (int[] targets : edges) {
            for (int target : targets) {
                count[target]++;
            }
        }
        int[][] inverse = new int[edges.length][];
        Arrays.setAll(inverse, target -> new int[count[target]]);
        Arrays.fill(count, 0);
        for (int source = 0; source < edges.length; source++) {
            for (int target : edges[source]) {
                inverse[target][count[target]++] = source;
            }
        }
        return inverse;
    }

    private static int[][] joined(int[][] first, int[][] second) {
        int[][] joined = new int[first.length][];
        Arrays.setAll(
                joined,
                at -> second[at].length == 0
                        ? first[at]
                        : IntStream.concat(Arrays.stream(first[at]), Arrays.stream(second[at]))
                                .distinct()
                                .toArray());
        return joined;
    }

    /** The dependencies of each revision without those that an ancestor through parents declares too. */
    private int[][] withoutInherited(int[] parentsFirst) {
        BitSet[] declared = new BitSet[parents.length];
        int[][] remaining = new int[parents.length][];
        for (int at : parentsFirst) {
            BitSet inherited = inherited(declared, at);
            remaining[at] = dependencies[at].length == 0
                    ? dependencies[at]
                    : Arrays.stream(dependencies[at])
                            .filter(dependency -> !inherited.get(dependency))
                            .toArray();
            declared[at] = with(inherited, remaining[at]);
        }
        return remaining;
    }

    /** What the ancestors declare; the parent's own set when there is one parent, so that long lines share it. */
    private BitSet inherited(BitSet[] declared, int at) {
        if (parents[at].length == 1) {
            return declared[parents[at][0]];
        }
        BitSet union = new BitSet();
        for (int parent : parents[at]) {
            union.or(declared[parent]);
        }
        return union;
    }

    private static BitSet with(BitSet inherited, int[] more) {
        if (more.length == 0) {
            return inherited;
        }
        BitSet extended = (BitSet) inherited.clone();
        for (int dependency : more) {
            extended.set(dependency);
        }
        return extended;
    }

    /** Turns the names in a header into positions. */
    private record Linker(List<RevisionHeader> revisions, RevisionNames names) {

        private static final int[] NONE = {};

        int[][] all(Function<RevisionHeader, int[]> link) {
            int[][] positions = new int[revisions.size()][];
            Arrays.setAll(positions, at -> link.apply(revisions.get(at)));
            return positions;
        }

        int[] parents(RevisionHeader revision) {
            List<String> revises = revision.revises();
            int[] positions = new int[revises.size()];
            for (int i = 0; i < positions.length; i++) {
                String parent = revises.get(i);
                if (revises.indexOf(parent) < i) {
                    throw repeated(revision, parent);
                }
                positions[i] = linked(revision, "revises", parent, names.positionOfId(parent));
            }
            return positions;
        }

        int[] dependencies(RevisionHeader revision) {
            List<String> dependsOn = revision.dependsOn();
            if (dependsOn.isEmpty()) {
                return NONE;
            }
            return dependsOn.stream()
                    .mapToInt(key -> linked(revision, "depends on", key, names.positionOf(key)))
                    .distinct()
                    .toArray();
        }

        private int linked(RevisionHeader revision, String verb, String name, @Nullable Integer position) {
            if (position == null) {
                throw missing(revision, verb, name);
            }
            if (revisions.get(position).id().equals(revision.id())) {
                throw new RevisionCycleException(List.of(revision.id(), revision.id()), revision.position());
            }
            return position;
        }

        private RevisionGraphException repeated(RevisionHeader revision, String parent) {
            return new RevisionGraphException(
                    "Revision '" + revision.id() + "' revises '" + parent + "' twice.",
                    List.of(revision.id(), parent),
                    revision.position(),
                    "Name each parent once.");
        }

        private RevisionGraphException missing(RevisionHeader revision, String verb, String name) {
            return new RevisionGraphException(
                    "Revision '" + revision.id() + "' " + verb + " '" + name + "', and no revision has that "
                            + (verb.equals("revises") ? "id" : "id or label") + ".",
                    List.of(revision.id(), name),
                    revision.position(),
                    remedyFor(name));
        }

        private String remedyFor(String name) {
            Integer labelled = names.positionOf(name);
            if (labelled != null) {
                return "'" + name + "' is a branch label; name the revision by its id '"
                        + revisions.get(labelled).id() + "'.";
            }
            List<String> near = NearMatches.of(name, names.keys());
            return near.isEmpty()
                    ? "Restore its file, or correct the header."
                    : "Did you mean " + String.join(" or ", near) + "? Names in a header are written in full.";
        }
    }
}
