package dev.retort.revision;

import java.util.AbstractSet;
import java.util.BitSet;
import java.util.Iterator;
import java.util.PrimitiveIterator;

/** An unmodifiable set of ids of one graph's revisions, which iterates in load order. */
public final class RevisionSet extends AbstractSet<String> {

    private final RevisionGraph graph;
    private final BitSet positions;

    RevisionSet(RevisionGraph graph, BitSet positions) {
        this.graph = graph;
        this.positions = positions;
    }

    /** The revisions that are in this set or in the other one, which must be of the same graph. */
    public RevisionSet or(RevisionSet other) {
        BitSet result = copy();
        result.or(positionsOf(other));
        return new RevisionSet(graph, result);
    }

    /** The revisions that are in this set and in the other one, which must be of the same graph. */
    public RevisionSet and(RevisionSet other) {
        BitSet result = copy();
        result.and(positionsOf(other));
        return new RevisionSet(graph, result);
    }

    /** The revisions that are in this set and not in the other one, which must be of the same graph. */
    public RevisionSet minus(RevisionSet other) {
        BitSet result = copy();
        result.andNot(positionsOf(other));
        return new RevisionSet(graph, result);
    }

    @Override
    public boolean contains(Object candidate) {
        if (!(candidate instanceof String id)) {
            return false;
        }
        int position = graph.positionOrAbsent(id);
        return position >= 0 && positions.get(position);
    }

    @Override
    public Iterator<String> iterator() {
        PrimitiveIterator.OfInt each = positions.stream().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public String next() {
                return graph.idAt(each.nextInt());
            }
        };
    }

    @Override
    public int size() {
        return positions.cardinality();
    }

    @Override
    public boolean isEmpty() {
        return positions.isEmpty();
    }

    boolean isOf(RevisionGraph candidate) {
        return graph == candidate;
    }

    /** The positions in load order, not to be changed. */
    BitSet positions() {
        return positions;
    }

    private BitSet copy() {
        return (BitSet) positions.clone();
    }

    private BitSet positionsOf(RevisionSet other) {
        if (!other.isOf(graph)) {
            throw new IllegalArgumentException("the sets are of different graphs");
        }
        return other.positions;
    }
}
