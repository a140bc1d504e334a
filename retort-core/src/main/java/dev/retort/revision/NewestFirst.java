package dev.retort.revision;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * A walk from revisions down to what they need, that lists each before all that it needs and stays on one line as long as it can.
 *
 * <p>The walk holds a frontier of revisions and a cursor into it. The revision at the cursor is listed and replaced by its first
 * prerequisite, the other prerequisites go to the end of the frontier; but when it is below another one of the frontier, the cursor first
 * moves to that one.
 *
 * <p>Whether a revision is below another one of the frontier is known from the number of its dependents that the walk has not passed: since
 * the revisions between the limits have no gaps, something unpassed above it always leads to the frontier.
 */
final class NewestFirst {

    private final RevisionEdges edges;
    private final BitSet ahead;
    private final BitSet wanted;
    private final int[] dependentsAhead;
    private final Deque<Integer> passable = new ArrayDeque<>();
    private final int[] frontier;
    private final BitSet inFrontier = new BitSet();
    private int frontierSize;
    private final int[] stack;
    private final Map<Integer, BitSet> aboveBlocked = new HashMap<>();

    /**
     * A walk.
     *
     * @param between the revisions to pass, without gaps
     * @param wanted those of them to list
     */
    NewestFirst(RevisionEdges edges, BitSet between, BitSet wanted) {
        this.edges = edges;
        this.ahead = (BitSet) between.clone();
        this.wanted = wanted;
        this.dependentsAhead = new int[edges.prerequisites().length];
        this.stack = new int[dependentsAhead.length];
        this.frontier = new int[wanted.cardinality()];
        between.stream()
                .flatMap(position -> Arrays.stream(edges.prerequisites()[position]))
                .forEach(prerequisite -> dependentsAhead[prerequisite]++);
    }

    /** The wanted revisions, beginning with those of the starts that are wanted. */
    int[] from(BitSet starts) {
        starts.stream().filter(wanted::get).forEach(this::append);
        starts.stream().filter(this::isUnwantedAndReached).forEach(passable::add);
        passUnwanted();
        int[] listed = new int[frontier.length];
        int count = 0;
        int cursor = 0;
        while (frontierSize > 0) {
            int current = frontier[cursor];
            if (dependentsAhead[current] > 0) {
                cursor = firstAbove(current);
            } else {
                listed[count++] = current;
                aboveBlocked.remove(current);
                pass(current);
                cursor = replace(cursor);
                passUnwanted();
            }
        }
        return listed;
    }

    private void pass(int position) {
        ahead.clear(position);
        for (int prerequisite : edges.prerequisites()[position]) {
            dependentsAhead[prerequisite]--;
            if (isUnwantedAndReached(prerequisite)) {
                passable.add(prerequisite);
            }
        }
    }

    private boolean isUnwantedAndReached(int position) {
        return dependentsAhead[position] == 0 && ahead.get(position) && !wanted.get(position);
    }

    /** Goes through what nobody wants to see as soon as everything above it is passed. */
    private void passUnwanted() {
        for (Integer unwanted = passable.poll(); unwanted != null; unwanted = passable.poll()) {
            pass(unwanted);
            for (int prerequisite : edges.walked()[unwanted]) {
                if (isNew(prerequisite)) {
                    append(prerequisite);
                }
            }
        }
    }

    /** Puts the prerequisites of the revision at the cursor in its place and returns where the walk continues. */
    private int replace(int cursor) {
        int replaced = frontier[cursor];
        boolean vacant = true;
        for (int prerequisite : edges.walked()[replaced]) {
            if (isNew(prerequisite)) {
                if (vacant) {
                    frontier[cursor] = prerequisite;
                    inFrontier.set(prerequisite);
                    vacant = false;
                } else {
                    append(prerequisite);
                }
            }
        }
        if (!vacant) {
            return cursor;
        }
        frontierSize--;
        System.arraycopy(frontier, cursor + 1, frontier, cursor, frontierSize - cursor);
        return Math.max(cursor - 1, 0);
    }

    private boolean isNew(int position) {
        return ahead.get(position) && wanted.get(position) && !inFrontier.get(position);
    }

    private void append(int position) {
        frontier[frontierSize++] = position;
        inFrontier.set(position);
    }

    private int firstAbove(int blocked) {
        BitSet above = aboveBlocked.computeIfAbsent(blocked, this::unpassedAbove);
        int index = 0;
        while (frontier[index] == blocked || !above.get(frontier[index])) {
            index++;
        }
        return index;
    }

    private BitSet unpassedAbove(int position) {
        BitSet above = new BitSet(ahead.size());
        int depth = 0;
        stack[depth++] = position;
        while (depth > 0) {
            for (int dependent : edges.dependents()[stack[--depth]]) {
                if (ahead.get(dependent) && !above.get(dependent)) {
                    above.set(dependent);
                    stack[depth++] = dependent;
                }
            }
        }
        return above;
    }
}
