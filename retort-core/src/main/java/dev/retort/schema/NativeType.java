package dev.retort.schema;

/**
 * A type that only one database has, as text.
 *
 * @param text the type as the database spells it
 */
public record NativeType(String text) implements SqlType {}
