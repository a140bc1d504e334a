package dev.retort.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Results as a Markdown table: medians, minima in brackets, and ratios to the baseline. */
final class Table {

    private static final String EMPTY = "–";
    private static final List<String> PEERS = List.of("Flyway", "Liquibase");

    private final Results results;

    Table(Results results) {
        this.results = results;
    }

    String markdown() {
        StringBuilder text = new StringBuilder(
                line(List.of("work", "baseline", Results.RETORT, "limit", "kept", PEERS.get(0), PEERS.get(1))));
        text.append("|---|---|---|---|---|---|---|\n");
        for (Work work : results.works()) {
            text.append(line(List.of(
                    work.title(),
                    results.baseline(work)
                            .map(samples -> work.baseline() + " " + times(samples))
                            .orElse(EMPTY),
                    compared(work, Results.RETORT),
                    limit(work),
                    kept(work),
                    compared(work, PEERS.get(0)),
                    compared(work, PEERS.get(1)))));
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private String compared(Work work, String competitor) {
        Optional<String> reason = results.reason(work, competitor);
        Optional<Samples> measured = results.of(work, competitor);
        if (measured.isEmpty() || reason.isPresent()) {
            return reason.orElse(EMPTY);
        }
        String ratio = results.baseline(work)
                .map(baseline ->
                        String.format(Locale.ROOT, " · %.2f ×", measured.get().median() / baseline.median()))
                .orElse("");
        return times(measured.get()) + ratio;
    }

    private String limit(Work work) {
        Limit limit = work.limit();
        OptionalDouble allowed = results.allowed(work);
        if (limit == null || allowed.isEmpty()) {
            return EMPTY;
        }
        return limit.timesBaseline() == 0 ? limit.toString() : limit + " = " + time(allowed.getAsDouble());
    }

    private String kept(Work work) {
        if (results.missed(work)) {
            return "**no**";
        }
        return results.allowed(work).isEmpty()
                        || results.of(work, Results.RETORT).isEmpty()
                ? EMPTY
                : "yes";
    }

    private static String times(Samples samples) {
        return time(samples.median()) + " (" + time(samples.minimum()) + ")";
    }

    /** A time as people read it. */
    static String time(double seconds) {
        return seconds < 1
                ? String.format(Locale.ROOT, "%.0f ms", seconds * 1000)
                : String.format(Locale.ROOT, "%.2f s", seconds);
    }
}
