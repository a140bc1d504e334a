package dev.retort.schema;

/** Where an index sorts NULLs. */
public enum NullsOrder {
    FIRST,
    LAST
}
