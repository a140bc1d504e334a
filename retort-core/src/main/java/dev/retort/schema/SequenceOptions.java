package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * How a sequence, or an identity column, counts.
 *
 * @param start the first number
 * @param increment the distance between numbers
 * @param min the least number; null for the usual one
 * @param max the greatest number; null for the usual one
 * @param cache how many numbers a session takes at once; null for the usual amount
 * @param cycle whether it begins anew at its end
 */
public record SequenceOptions(
        long start,
        long increment,
        @Nullable Long min,
        @Nullable Long max,
        @Nullable Long cache,
        boolean cycle) {

    /** From a number on, in steps. */
    public static SequenceOptions of(long start, long increment) {
        return new SequenceOptions(start, increment, null, null, null, false);
    }

    public SequenceOptions counting(long from, long by) {
        return new SequenceOptions(from, by, min, max, cache, cycle);
    }

    public SequenceOptions between(@Nullable Long least, @Nullable Long greatest) {
        return new SequenceOptions(start, increment, least, greatest, cache, cycle);
    }

    /** The least number, be it said or the usual one: 1, or the start where it lies below. Null for the least of the type. */
    public @Nullable Long least() {
        return min == null && increment > 0 ? Long.valueOf(Math.min(start, 1)) : min;
    }

    /** The greatest number, be it said or the usual one: -1, or the start where it lies above. Null for the greatest of the type. */
    public @Nullable Long greatest() {
        return max == null && increment < 0 ? Long.valueOf(Math.max(start, -1)) : max;
    }

    /**
     * Without the bounds and the cache that a sequence has when nothing is said of them.
     *
     * @param typeLeast the least number that a sequence of its type can give
     * @param typeGreatest the greatest number that a sequence of its type can give
     * @param usualCache how many numbers a session takes at once
     */
    public SequenceOptions withoutUsual(long typeLeast, long typeGreatest, long usualCache) {
        long usualMin = increment > 0 ? Math.min(start, 1) : typeLeast;
        long usualMax = increment > 0 ? typeGreatest : Math.max(start, -1);
        return between(min != null && min == usualMin ? null : min, max != null && max == usualMax ? null : max)
                .cache(cache != null && cache == usualCache ? null : cache);
    }

    public SequenceOptions cache(@Nullable Long numbers) {
        return new SequenceOptions(start, increment, min, max, numbers, cycle);
    }

    public SequenceOptions cycle(boolean anew) {
        return new SequenceOptions(start, increment, min, max, cache, anew);
    }
}
