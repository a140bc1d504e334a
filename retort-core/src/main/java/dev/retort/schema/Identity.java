package dev.retort.schema;

/**
 * The options of an identity column.
 *
 * @param always whether the column accepts no explicit values ({@code GENERATED ALWAYS})
 * @param options start, increment, bounds, cache and cycle
 */
public record Identity(boolean always, SequenceOptions options) {

    /** Starts at 1 and accepts explicit values. */
    public static final Identity BY_DEFAULT = of(false, 1, 1);

    public static Identity of(boolean always, long start, long increment) {
        return new Identity(always, SequenceOptions.of(start, increment));
    }

    public Identity options(SequenceOptions others) {
        return new Identity(always, others);
    }

    /** With a start. */
    public Identity startWith(long number) {
        return options(options.counting(number, options.increment()));
    }

    /** With an increment. */
    public Identity incrementBy(long distance) {
        return options(options.counting(options.start(), distance));
    }

    /** With a minimum. */
    public Identity min(long least) {
        return options(options.between(least, options.max()));
    }

    /** With a maximum. */
    public Identity max(long greatest) {
        return options(options.between(options.min(), greatest));
    }

    /** With the number of values that a session caches. */
    public Identity cache(long numbers) {
        return options(options.cache(numbers));
    }

    /** Starting again at its end. */
    public Identity cycle() {
        return options(options.cycle(true));
    }

    /** The first number. */
    public long start() {
        return options.start();
    }

    /** The increment. */
    public long increment() {
        return options.increment();
    }
}
