package dev.retort.benchmarks.program;

import java.time.Duration;
import java.util.List;

/** The time that a program's work takes without the start of its JVM and its login: the last line that it prints. */
public final class WorkTime {

    private static final String UNIT = " ns";

    private final long start = System.nanoTime();

    private WorkTime() {}

    static WorkTime start() {
        return new WorkTime();
    }

    void print() {
        System.out.println(System.nanoTime() - start + UNIT);
    }

    /** Reads what a program has printed. */
    public static Duration of(List<String> output) {
        String last = output.get(output.size() - 1);
        return Duration.ofNanos(Long.parseLong(last.substring(0, last.length() - UNIT.length())));
    }
}
