package dev.retort.revision;

import dev.retort.migration.RevisionHeader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Graphs with several bases, branches, merges, dependencies and labels, in an arbitrary load order; the same for the same seed. */
public final class RandomGraphs {

    private RandomGraphs() {}

    /** A graph of up to 25 revisions. */
    public static RevisionGraph graph(long seed) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(25);
        List<String> ids = new ArrayList<>();
        List<RevisionHeader> headers = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            Set<String> parents = some(ids, random, random.nextInt(10) == 0 ? 0 : random.nextInt(5) == 0 ? 2 : 1);
            Set<String> dependencies = some(ids, random, random.nextInt(5) == 0 ? 1 + random.nextInt(2) : 0);
            String id = "r" + (1000 + index);
            List<String> labels = random.nextInt(8) == 0 ? List.of("label" + index) : List.of();
            headers.add(RevisionHeader.of(id, List.copyOf(parents), List.copyOf(dependencies), labels));
            ids.add(id);
        }
        Collections.shuffle(headers, random);
        return RevisionGraph.of(headers);
    }

    /** A few revisions that do not need each other, as the rows of a version table. */
    public static List<String> rows(RevisionGraph graph, Random random) {
        List<String> ids = graph.revisions().stream().map(RevisionHeader::id).toList();
        return List.copyOf(graph.maximal(some(ids, random, random.nextInt(4))));
    }

    private static Set<String> some(List<String> ids, Random random, int count) {
        Set<String> chosen = new LinkedHashSet<>();
        for (int index = 0; index < count && !ids.isEmpty(); index++) {
            chosen.add(ids.get(random.nextInt(ids.size())));
        }
        return chosen;
    }
}
