package dev.retort.schema;

/**
 * An array of another type.
 *
 * @param element the type of an element
 */
public record ArrayType(SqlType element) implements SqlType {}
