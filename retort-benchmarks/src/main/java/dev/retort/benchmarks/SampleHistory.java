package dev.retort.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A made-up history of a schema, the same for all competitors.
 *
 * @param revisions one after the other
 */
record SampleHistory(List<SampleRevision> revisions) {

    SampleHistory {
        revisions = List.copyOf(revisions);
    }

    static SampleHistory of(int size) {
        return new SampleHistory(
                IntStream.rangeClosed(1, size).mapToObj(SampleRevision::new).toList());
    }

    int size() {
        return revisions.size();
    }

    SampleRevision last() {
        return revisions.get(revisions.size() - 1);
    }
}
