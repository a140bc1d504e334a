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

    public SequenceOptions cache(@Nullable Long numbers) {
        return new SequenceOptions(start, increment, min, max, numbers, cycle);
    }

    public SequenceOptions cycle(boolean anew) {
        return new SequenceOptions(start, increment, min, max, cache, anew);
    }
}
