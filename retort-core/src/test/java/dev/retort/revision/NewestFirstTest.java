package dev.retort.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewestFirstTest {

    @Test
    void theOrderIsThatOfTheDefinition() {
        for (long seed = 0; seed < 2_000; seed++) {
            RevisionGraph graph = RandomGraphs.graph(seed);
            RevisionSet applied = graph.closure(RandomGraphs.rows(graph, new Random(seed)));
            RevisionSet pending = graph.closure(graph.realHeads()).minus(applied);

            assertThat(graph.newestFirst(graph.realHeads(), pending, pending))
                    .isEqualTo(byDefinition(graph, graph.realHeads().and(pending), pending));
            assertThat(graph.newestFirst(graph.maximal(applied), applied, applied))
                    .isEqualTo(byDefinition(graph, graph.maximal(applied), applied));
        }
    }

    @Test
    void whatIsNotWantedIsPassedSilently() {
        for (long seed = 0; seed < 2_000; seed++) {
            RevisionGraph graph = RandomGraphs.graph(seed);
            Random random = new Random(seed);
            RevisionSet all = graph.closure(graph.realHeads());
            RevisionSet wanted =
                    graph.setOf(all.stream().filter(id -> random.nextBoolean()).toList());

            List<String> listed = graph.newestFirst(graph.realHeads(), all, wanted);

            assertThat(listed).containsExactlyInAnyOrderElementsOf(wanted);
            for (int index = 1; index < listed.size(); index++) {
                assertThat(graph.closure(List.of(listed.get(index))))
                        .doesNotContainAnyElementsOf(listed.subList(0, index));
            }
        }
    }

    /** The walk as it is defined, with every question answered by looking at the whole graph. */
    private static List<String> byDefinition(RevisionGraph graph, RevisionSet starts, RevisionSet wanted) {
        List<String> frontier = new ArrayList<>(starts);
        Set<String> listed = new LinkedHashSet<>();
        int cursor = 0;
        while (!frontier.isEmpty()) {
            String current = frontier.get(cursor);
            int above = firstAbove(graph, frontier, current);
            if (above >= 0) {
                cursor = above;
                continue;
            }
            listed.add(current);
            List<String> next = new ArrayList<>(walked(graph, current));
            next.removeIf(id -> !wanted.contains(id) || listed.contains(id) || frontier.contains(id));
            if (next.isEmpty()) {
                frontier.remove(cursor);
                cursor = Math.max(cursor - 1, 0);
            } else {
                frontier.set(cursor, next.get(0));
                frontier.addAll(next.subList(1, next.size()));
            }
        }
        return List.copyOf(listed);
    }

    private static int firstAbove(RevisionGraph graph, List<String> frontier, String current) {
        for (int index = 0; index < frontier.size(); index++) {
            String other = frontier.get(index);
            if (!other.equals(current) && graph.closure(List.of(other)).contains(current)) {
                return index;
            }
        }
        return -1;
    }

    /** Parents, and dependencies that no ancestor through parents declares. */
    private static Set<String> walked(RevisionGraph graph, String id) {
        Set<String> result = new LinkedHashSet<>(graph.get(id).revises());
        RevisionSet ancestors = graph.versionedAncestors(List.of(id)).minus(graph.setOf(List.of(id)));
        graph.dependencies(id).stream()
                .filter(dependency -> ancestors.stream()
                        .noneMatch(ancestor -> graph.dependencies(ancestor).contains(dependency)))
                .forEach(result::add);
        return result;
    }
}
