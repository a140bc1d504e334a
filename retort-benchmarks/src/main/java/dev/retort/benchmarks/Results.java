package dev.retort.benchmarks;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What was measured, in the order in which the works came up. */
final class Results {

    static final String RETORT = "Retort";

    private final Map<Work, Map<String, Samples>> samples = new LinkedHashMap<>();
    private final Map<Work, Map<String, String>> givenUp = new HashMap<>();

    void add(Work work, String competitor, Duration time) {
        samples.computeIfAbsent(work, unknown -> new LinkedHashMap<>())
                .computeIfAbsent(competitor, unknown -> new Samples())
                .add(time);
    }

    /** Says why a competitor is measured no more. */
    void giveUp(Work work, String competitor, String reason) {
        samples.computeIfAbsent(work, unknown -> new LinkedHashMap<>());
        givenUp.computeIfAbsent(work, unknown -> new HashMap<>()).put(competitor, reason);
    }

    /** Why a competitor was given up; empty when it was not. */
    Optional<String> reason(Work work, String competitor) {
        return Optional.ofNullable(givenUp.getOrDefault(work, Map.of()).get(competitor));
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

    /** Whether Retort took more than it may. */
    boolean missed(Work work) {
        OptionalDouble allowed = allowed(work);
        boolean late = allowed.isPresent()
                && of(work, RETORT)
                        .map(measured -> measured.median() > allowed.getAsDouble())
                        .orElse(false);
        return late || reason(work, RETORT).isPresent();
    }

    boolean missedAny() {
        return works().stream().anyMatch(this::missed);
    }
}
