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

    /**
     * With the bounds that a catalog reports, as far as they are others than those that a database gives by itself: from 1, or the start
     * if that lies below, up to the greatest number; or from the least number up to -1, or the start if that lies above.
     *
     * @param least the least number that it gives
     * @param greatest the greatest number that it gives
     * @param most the greatest number that a sequence of its type can give; the least lies as far from -1 as this does from 0
     */
    public SequenceOptions betweenUnlessUsual(long least, long greatest, long most) {
        boolean up = increment > 0;
        boolean usualLeast = up ? least == Math.min(start, 1) : least == -most - 1;
        boolean usualGreatest = up ? greatest == most : greatest == Math.max(start, -1);
        return between(usualLeast ? null : least, usualGreatest ? null : greatest);
    }

    public SequenceOptions cache(@Nullable Long numbers) {
        return new SequenceOptions(start, increment, min, max, numbers, cycle);
    }

    public SequenceOptions cycle(boolean anew) {
        return new SequenceOptions(start, increment, min, max, cache, anew);
    }
}
