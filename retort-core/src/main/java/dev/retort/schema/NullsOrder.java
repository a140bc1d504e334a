package dev.retort.schema;

/** Where an index keeps the NULLs of a part. */
public enum NullsOrder {
    FIRST,
    LAST
}
