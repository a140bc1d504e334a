package dev.retort.schema;

/**
 * A sequence.
 *
 * @param name the name
 * @param start the first number
 * @param increment the distance between numbers
 */
public record Sequence(QualifiedName name, long start, long increment) {}
