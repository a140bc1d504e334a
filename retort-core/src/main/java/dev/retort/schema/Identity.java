package dev.retort.schema;

/**
 * A column that the database numbers by itself.
 *
 * @param always true when a row may not bring its own number ({@code GENERATED ALWAYS})
 * @param options how it counts
 */
public record Identity(boolean always, SequenceOptions options) {

    /** Numbers from 1, a row may bring its own. */
    public static final Identity BY_DEFAULT = of(false, 1, 1);

    public static Identity of(boolean always, long start, long increment) {
        return new Identity(always, SequenceOptions.of(start, increment));
    }

    public Identity options(SequenceOptions others) {
        return new Identity(always, others);
    }

    /** From a number on. */
    public Identity startWith(long number) {
        return options(options.counting(number, options.increment()));
    }

    /** In steps. */
    public Identity incrementBy(long distance) {
        return options(options.counting(options.start(), distance));
    }

    /** With no number below one. */
    public Identity min(long least) {
        return options(options.between(least, options.max()));
    }

    /** With no number above one. */
    public Identity max(long greatest) {
        return options(options.between(options.min(), greatest));
    }

    /** With so many numbers for a session at once. */
    public Identity cache(long numbers) {
        return options(options.cache(numbers));
    }

    /** Beginning anew at its end. */
    public Identity cycle() {
        return options(options.cycle(true));
    }

    /** The first number. */
    public long start() {
        return options.start();
    }

    /** The distance between numbers. */
    public long increment() {
        return options.increment();
    }
}
