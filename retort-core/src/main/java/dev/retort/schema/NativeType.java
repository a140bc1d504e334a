package dev.retort.schema;

/**
 * A type that only one database knows, carried as its text.
 *
 * @param text the type as the database spells it
 */
public record NativeType(String text) implements SqlType {}
