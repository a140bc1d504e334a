package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * The options of a sequence or an identity column.
 *
 * @param start the first number
 * @param increment the increment
 * @param min the minimum; null for the default
 * @param max the maximum; null for the default
 * @param cache how many numbers a session caches; null for the default
 * @param cycle whether it starts again at its end
 */
public record SequenceOptions(
        long start,
        long increment,
        @Nullable Long min,
        @Nullable Long max,
        @Nullable Long cache,
        boolean cycle) {

    /** With a start and an increment. */
    public static SequenceOptions of(long start, long increment) {
        return new SequenceOptions(start, increment, null, null, null, false);
    }

    public SequenceOptions counting(long from, long by) {
        return new SequenceOptions(from, by, min, max, cache, cycle);
    }

    public SequenceOptions between(@Nullable Long least, @Nullable Long greatest) {
        return new SequenceOptions(start, increment, least, greatest, cache, cycle);
    }

    /** The minimum, given or default: 1, or the start if that is lower. Null for the minimum of the type. */
    public @Nullable Long least() {
        return min == null && increment > 0 ? Long.valueOf(Math.min(start, 1)) : min;
    }

    /** The maximum, given or default: -1, or the start if that is higher. Null for the maximum of the type. */
    public @Nullable Long greatest() {
        return max == null && increment < 0 ? Long.valueOf(Math.max(start, -1)) : max;
    }

    /**
     * Without the bounds and the cache that a sequence has by default.
     *
     * @param typeLeast the minimum of its type
     * @param typeGreatest the maximum of its type
     * @param usualCache the default cache
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
