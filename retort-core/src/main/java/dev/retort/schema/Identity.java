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

    /** The first number. */
    public long start() {
        return options.start();
    }

    /** The distance between numbers. */
    public long increment() {
        return options.increment();
    }
}
