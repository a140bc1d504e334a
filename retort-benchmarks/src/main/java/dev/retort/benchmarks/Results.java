package dev.retort.benchmarks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What was measured, in the order in which the works came up. */
final class Results {

    static final String RETORT = "Retort";

    private final Map<Work, Map<String, Samples>> samples = new LinkedHashMap<>();

    void add(Work work, String competitor, Duration time) {
        samples.computeIfAbsent(work, unknown -> new LinkedHashMap<>())
                .computeIfAbsent(competitor, unknown -> new Samples())
                .add(time);
    }

    List<Work> works() {
        return List.copyOf(samples.keySet());
    }

    Optional<Samples> of(Work work, String competitor) {
        return Optional.ofNullable(samples.getOrDefault(work, Map.of()).get(competitor));
    }

    /** The baseline of a work. */
    Optional<Samples> baseline(Work work) {
        return Optional.ofNullable(work.baseline()).flatMap(name -> of(work, name));
    }

    /** What Retort may take, in seconds; empty when there is no limit or when what it refers to was not measured. */
    OptionalDouble allowed(Work work) {
        Limit limit = work.limit();
        Optional<Samples> baseline = baseline(work);
        if (limit == null || (limit.timesBaseline() > 0 && baseline.isEmpty())) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(limit.inSeconds(baseline.map(Samples::median).orElse(0.0)));
    }

    /** Whether Retort took longer than it may. */
    boolean missed(Work work) {
        OptionalDouble allowed = allowed(work);
        return allowed.isPresent()
                && of(work, RETORT)
                        .map(measured -> measured.median() > allowed.getAsDouble())
                        .orElse(false);
    }

    boolean missedAny() {
        return works().stream().anyMatch(this::missed);
    }
}
