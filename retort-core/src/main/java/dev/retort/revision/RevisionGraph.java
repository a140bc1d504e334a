package dev.retort.revision;

import dev.retort.error.NearMatches;
import dev.retort.error.UnknownRevisionException;
import dev.retort.migration.RevisionHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of a project and how they follow each other; immutable and free of cycles.
 *
 * <p>A revision <em>revises</em> its parents and may <em>depend on</em> others; both are its prerequisites, which must be applied before
 * it. A <em>head</em> is a revision that nobody revises, a <em>real head</em> one that nobody depends on either. Methods that say
 * "versioned" follow parents only, all others follow prerequisites.
 *
 * <p>Ids are given in full; an id that no revision has is an {@link UnknownRevisionException}. What users type is a {@link RevisionTarget}.
 */
public final class RevisionGraph {

    private final List<RevisionHeader> revisions;
    private final RevisionNames names;
    private final RevisionEdges edges;
    private final BranchLabels labels;
    private final RevisionSet heads;
    private final RevisionSet realHeads;
    private final RevisionSet bases;

    private RevisionGraph(List<RevisionHeader> revisions) {
        this.revisions = revisions;
        this.names = new RevisionNames(revisions);
        this.edges = new RevisionEdges(revisions, names);
        this.labels = new BranchLabels(revisions, edges);
        this.heads = where(position -> edges.children()[position].length == 0);
        this.realHeads = where(position -> edges.dependents()[position].length == 0);
        this.bases = where(position -> edges.parents()[position].length == 0);
    }

    /**
     * The graph of some revisions.
     *
     * @param inLoadOrder the revisions in the order in which their files are found, which decides wherever nothing else does
     * @throws dev.retort.error.RevisionGraphException if an id or label is malformed or taken twice, or a parent or dependency is
     *     missing or a parent is named twice
     * @throws dev.retort.error.RevisionCycleException if revisions need each other in a circle
     */
    public static RevisionGraph of(Collection<RevisionHeader> inLoadOrder) {
        return new RevisionGraph(List.copyOf(inLoadOrder));
    }

    /** The graph with one more revision, loaded last; the errors are those of {@link #of}. */
    public RevisionGraph withRevision(RevisionHeader revision) {
        List<RevisionHeader> more = new ArrayList<>(revisions);
        more.add(revision);
        return of(more);
    }

    /** All revisions, in load order. */
    public List<RevisionHeader> revisions() {
        return revisions;
    }

    /** The revision with this id, if there is one. */
    public Optional<RevisionHeader> find(String id) {
        return Optional.ofNullable(names.positionOfId(id)).map(revisions::get);
    }

    /** The revision with this id. */
    public RevisionHeader get(String id) {
        return revisions.get(position(id));
    }

    /** Compares ids by the load order of their revisions. */
    public Comparator<String> loadOrder() {
        return Comparator.comparingInt(this::position);
    }

    /** The revisions that nobody revises. */
    public RevisionSet heads() {
        return heads;
    }

    /** The revisions that nobody revises or depends on: the rows of an up-to-date version table. */
    public RevisionSet realHeads() {
        return realHeads;
    }

    /** The revisions that revise nothing. */
    public RevisionSet bases() {
        return bases;
    }

    /** True when nobody revises the revision. */
    public boolean isHead(String id) {
        return edges.children()[position(id)].length == 0;
    }

    /** True when nobody revises the revision or depends on it. */
    public boolean isRealHead(String id) {
        return edges.dependents()[position(id)].length == 0;
    }

    /** True when the revision revises nothing. */
    public boolean isBase(String id) {
        return edges.parents()[position(id)].length == 0;
    }

    /** True when several revisions revise the revision. */
    public boolean isBranchPoint(String id) {
        return edges.children()[position(id)].length > 1;
    }

    /** True when the revision revises several. */
    public boolean isMergePoint(String id) {
        return edges.parents()[position(id)].length > 1;
    }

    /** The revisions that revise the revision, in load order. */
    public List<String> children(String id) {
        return idsAt(edges.children()[position(id)]);
    }

    /** The revisions that the revision depends on, in file order. */
    public List<String> dependencies(String id) {
        return idsAt(edges.dependencies()[position(id)]);
    }

    /** What must be applied directly before the revision: its parents and then its dependencies, in file order. */
    public List<String> prerequisites(String id) {
        return idsAt(edges.prerequisites()[position(id)]);
    }

    /**
     * The branch labels that the revision carries, in the load order of the revisions that declare them.
     *
     * <p>A label spreads to all that descends from its revision, and down the line that leads to it, until that line merges or others
     * branch off it.
     */
    public List<String> labels(String id) {
        return labels.of(position(id));
    }

    /** These revisions, as a set. */
    public RevisionSet setOf(Collection<String> ids) {
        return new RevisionSet(this, positions(ids));
    }

    /** These revisions and all that must be applied before them. */
    public RevisionSet closure(Collection<String> ids) {
        return reach(edges.prerequisites(), ids);
    }

    /** These revisions and all that can be applied only after them. */
    public RevisionSet descendants(Collection<String> ids) {
        return reach(edges.dependents(), ids);
    }

    /** These revisions and all their ancestors through parents. */
    public RevisionSet versionedAncestors(Collection<String> ids) {
        return reach(edges.parents(), ids);
    }

    /** These revisions and all their descendants through parents. */
    public RevisionSet versionedDescendants(Collection<String> ids) {
        return reach(edges.children(), ids);
    }

    /** The revision with all its ancestors and descendants through parents. */
    public RevisionSet versionedLineage(String id) {
        return versionedAncestors(List.of(id)).or(versionedDescendants(List.of(id)));
    }

    /** The revision with all that it needs and all that needs it. */
    public RevisionSet lineage(String id) {
        return closure(List.of(id)).or(descendants(List.of(id)));
    }

    /** Those of these revisions that none of the others needs, directly or indirectly. */
    public RevisionSet maximal(Collection<String> ids) {
        return withoutThoseBehind(ids, edges.prerequisites());
    }

    /** Those of these revisions that need none of the others, directly or indirectly. */
    public RevisionSet minimal(Collection<String> ids) {
        return withoutThoseBehind(ids, edges.dependents());
    }

    /**
     * Where a database with these rows stands: the applied revisions without an applied child. These are more than the rows when a
     * dependency hides the end of a line.
     */
    public RevisionSet tips(Collection<String> rows) {
        BitSet applied = closure(rows).positions();
        return where(position -> applied.get(position)
                && Arrays.stream(edges.children()[position]).noneMatch(applied::get));
    }

    /**
     * Some of the revisions between two limits, each before all that it needs: the order of listings and downgrades, and reversed that
     * of upgrades.
     *
     * @param starts where to begin; every revision of {@code between} must be in their closure
     * @param between the revisions to walk through; with two of them, it must contain all that lie between these
     * @param listed those of {@code between} that are wanted
     */
    public List<String> newestFirst(Collection<String> starts, RevisionSet between, RevisionSet listed) {
        return idsAt(new NewestFirst(edges, between.positions(), listed.positions()).from(positions(starts)));
    }

    /** The id of the revision that has exactly this id or label, if there is one. */
    public Optional<String> named(String key) {
        return Optional.ofNullable(names.positionOf(key)).map(this::idAt);
    }

    /**
     * Walks up from a revision, from parent to child, until the steps are done or there is no child.
     *
     * @param from where to start; null for the base, below all first revisions
     * @param steps how many steps to take
     * @param within the revisions that may be stepped on; null when all may
     * @param asTyped the text that asked for it, for messages
     * @throws dev.retort.error.AmbiguousRevisionException if a step could go to several revisions
     */
    public RelativeWalk walkUp(@Nullable String from, int steps, @Nullable RevisionSet within, String asTyped) {
        return RelativeWalk.up(this, from, steps, within, asTyped);
    }

    /**
     * Walks down from a revision, from child to parent, until the steps are done or the base is reached.
     *
     * @param asTyped the text that asked for it, for messages
     * @throws dev.retort.error.AmbiguousRevisionException if a step comes from a merge point and could go to several revisions
     */
    public RelativeWalk walkDown(@Nullable String from, int steps, String asTyped) {
        return RelativeWalk.down(this, from, steps, asTyped);
    }

    RevisionLookup lookup() {
        return new RevisionLookup(this, names);
    }

    String idAt(int position) {
        return revisions.get(position).id();
    }

    int positionOrAbsent(String id) {
        Integer position = names.positionOfId(id);
        return position == null ? -1 : position;
    }

    private int position(String id) {
        int position = positionOrAbsent(id);
        if (position < 0) {
            throw new UnknownRevisionException(id, NearMatches.of(id, names.keys()));
        }
        return position;
    }

    private BitSet positions(Collection<String> ids) {
        if (ids instanceof RevisionSet set && set.isOf(this)) {
            return set.positions();
        }
        BitSet positions = new BitSet(revisions.size());
        ids.forEach(id -> positions.set(position(id)));
        return positions;
    }

    private List<String> idsAt(int[] positions) {
        return Arrays.stream(positions).mapToObj(this::idAt).toList();
    }

    private RevisionSet reach(int[][] along, Collection<String> ids) {
        return new RevisionSet(this, RevisionEdges.reach(along, positions(ids)));
    }

    private RevisionSet withoutThoseBehind(Collection<String> ids, int[][] along) {
        BitSet given = positions(ids);
        BitSet next = new BitSet();
        given.stream().flatMap(position -> Arrays.stream(along[position])).forEach(next::set);
        BitSet remaining = (BitSet) given.clone();
        remaining.andNot(RevisionEdges.reach(along, next));
        return new RevisionSet(this, remaining);
    }

    private RevisionSet where(IntPredicate condition) {
        BitSet matching = new BitSet();
        for (int position = 0; position < revisions.size(); position++) {
            if (condition.test(position)) {
                matching.set(position);
            }
        }
        return new RevisionSet(this, matching);
    }
}
