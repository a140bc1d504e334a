package dev.retort.benchmarks;

import dev.retort.migration.RevisionHeader;
import dev.retort.plan.MigrationPlanner;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the graph of a long history and plans an upgrade through all of it, in this process, again and again. The first times are
 * left out, because the JVM compiles the code during them.
 */
final class PlanningBenchmark {

    private static final int WARM_UP = 50;
    private static final int MEASURED = 51;

    /** A revision, two branches of four from it, and the merge of them. */
    private static final int REVISIONS_OF_A_DIAMOND = 10;

    private final int size;
    private final List<RevisionHeader> headers;

    PlanningBenchmark(int size) {
        this.size = size;
        this.headers = diamonds(size);
    }

    void run(Results results) {
        for (int i = 0; i < WARM_UP; i++) {
            plan();
        }
        for (int i = 0; i < MEASURED; i++) {
            long start = System.nanoTime();
            plan();
            results.add(Work.planning(size), Results.RETORT, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void plan() {
        RevisionGraph graph = RevisionGraph.of(headers);
        int steps = new MigrationPlanner(graph, "version")
                .upgrade(List.of(), new RevisionTarget.Head(null))
                .steps()
                .size();
        if (steps != headers.size()) {
            throw new IllegalStateException(steps + " steps are planned instead of " + headers.size());
        }
    }

    private static List<RevisionHeader> diamonds(int size) {
        List<RevisionHeader> headers = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            headers.add(RevisionHeader.of(id(number), parents(number), List.of(), List.of()));
        }
        return headers;
    }

    private static List<String> parents(int number) {
        int place = number % REVISIONS_OF_A_DIAMOND;
        int first = number - place;
        int half = REVISIONS_OF_A_DIAMOND / 2;
        if (place == REVISIONS_OF_A_DIAMOND - 1) {
            return List.of(id(first + half - 1), id(number - 1));
        }
        if (place == half) {
            return List.of(id(first));
        }
        return number == 0 ? List.of() : List.of(id(number - 1));
    }

    private static String id(int number) {
        return "r" + number;
    }
}
