package dev.retort.script.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Work on the elements of a list that all processors share. */
public final class AllCores {

    /** What the work on one element came to. */
    private record Outcome<R>(@Nullable R result, @Nullable RuntimeException failure) {}

    private AllCores() {}

    /**
     * Applies a function to every element, to several at the same time.
     *
     * @return the results in the order of the elements
     * @throws RuntimeException what the function throws for the first element that it fails for
     */
    public static <T, R> List<R> map(List<T> elements, Function<T, R> function) {
        List<R> results = new ArrayList<>(elements.size());
        for (Outcome<R> outcome : elements.parallelStream()
                .map(element -> outcome(element, function))
                .toList()) {
            if (outcome.failure() != null) {
                throw outcome.failure();
            }
            results.add(outcome.result());
        }
        return results;
    }

    private static <T, R> Outcome<R> outcome(T element, Function<T, R> function) {
        try {
            return new Outcome<>(function.apply(element), null);
        } catch (RuntimeException e) {
            return new Outcome<>(null, e);
        }
    }
}
