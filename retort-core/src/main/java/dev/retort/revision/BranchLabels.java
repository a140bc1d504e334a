package dev.retort.revision;

import dev.retort.migration.RevisionHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The branch labels that each revision carries.
 *
 * <p>A label spreads from the revision that declares it to all that descend from it through parents, and down the line that leads to it,
 * as far as that line belongs to it alone: up to, and without, the nearest merge point or revision with several dependents. A
 * declaring revision that is one itself passes nothing down.
 */
final class BranchLabels {

    private final List<String> labels = new ArrayList<>();
    private final BitSet[] carried;

    BranchLabels(List<RevisionHeader> revisions, RevisionEdges edges) {
        this.carried = new BitSet[revisions.size()];
        Arrays.setAll(carried, position -> new BitSet(0));
        for (int position = 0; position < carried.length; position++) {
            List<String> declared = revisions.get(position).labels();
            if (!declared.isEmpty()) {
                BitSet carriers = carriers(position, edges);
                int first = labels.size();
                labels.addAll(declared);
                carriers.stream().forEach(carrier -> carried[carrier].set(first, labels.size()));
            }
        }
    }

    /** The labels that the revision at a position carries, in the load order of the revisions that declare them. */
    List<String> of(int position) {
        return carried[position].stream().mapToObj(labels::get).toList();
    }

    private static BitSet carriers(int position, RevisionEdges edges) {
        BitSet declaring = new BitSet();
        declaring.set(position);
        BitSet carriers = RevisionEdges.reach(edges.children(), declaring);
        int at = position;
        while (edges.dependents()[at].length <= 1 && edges.parents()[at].length <= 1) {
            carriers.set(at);
            if (edges.parents()[at].length == 0) {
                break;
            }
            at = edges.parents()[at][0];
        }
        return carriers;
    }
}
