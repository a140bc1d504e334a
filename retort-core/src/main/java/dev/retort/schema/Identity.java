package dev.retort.schema;

/**
 * A column that the database numbers by itself.
 *
 * @param always true when a row may not bring its own number ({@code GENERATED ALWAYS})
 * @param start the first number
 * @param increment the distance between numbers
 */
public record Identity(boolean always, long start, long increment) {

    /** Numbers from 1, a row may bring its own. */
    public static final Identity BY_DEFAULT = new Identity(false, 1, 1);
}
