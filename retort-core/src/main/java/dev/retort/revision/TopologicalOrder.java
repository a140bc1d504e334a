package dev.retort.revision;

import dev.retort.error.RevisionCycleException;
import dev.retort.migration.RevisionHeader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An order in which everything follows what it needs. */
final class TopologicalOrder {

    private TopologicalOrder() {}

    /** All positions, each behind those that it needs; a cycle is an error. */
    static int[] of(int[][] needs, int[][] neededBy, List<RevisionHeader> revisions) {
        int[] order = new int[needs.length];
        int[] missing = new int[needs.length];
        int end = 0;
        for (int position = 0; position < needs.length; position++) {
            missing[position] = needs[position].length;
            if (missing[position] == 0) {
                order[end++] = position;
            }
        }
        for (int next = 0; next < end; next++) {
            for (int waiting : neededBy[order[next]]) {
                if (--missing[waiting] == 0) {
                    order[end++] = waiting;
                }
            }
        }
        if (end < order.length) {
            throw cycle(needs, missing, revisions);
        }
        return order;
    }

    /** Whatever could not be ordered needs something that could not either, so that following those ends in a circle. */
    private static RevisionCycleException cycle(int[][] needs, int[] missing, List<RevisionHeader> revisions) {
        int at = 0;
        while (missing[at] == 0) {
            at++;
        }
        int[] placeInTrail = new int[needs.length];
        List<Integer> trail = new ArrayList<>();
        while (placeInTrail[at] == 0) {
            trail.add(at);
            placeInTrail[at] = trail.size();
            at = unordered(needs[at], missing);
        }
        List<Integer> circle = new ArrayList<>(trail.subList(placeInTrail[at] - 1, trail.size()));
        Collections.rotate(circle, -circle.indexOf(Collections.min(circle)));
        circle.add(circle.get(0));
        List<String> path =
                circle.stream().map(position -> revisions.get(position).id()).toList();
        return new RevisionCycleException(path, revisions.get(circle.get(0)).position());
    }

    private static int unordered(int[] candidates, int[] missing) {
        for (int candidate : candidates) {
            if (missing[candidate] > 0) {
                return candidate;
            }
        }
        throw new IllegalStateException("a revision waits for nothing");
    }
}
