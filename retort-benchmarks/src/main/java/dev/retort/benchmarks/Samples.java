package dev.retort.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The times of one competitor at one work, in seconds. */
final class Samples {

    private static final double NANOS = 1e9;

    private final List<Double> seconds = new ArrayList<>();

    void add(Duration time) {
        seconds.add(time.toNanos() / NANOS);
    }

    double minimum() {
        return Collections.min(seconds);
    }

    double median() {
        List<Double> sorted = seconds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
