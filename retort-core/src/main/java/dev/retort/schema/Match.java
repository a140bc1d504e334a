package dev.retort.schema;

/** Which rows of several referring columns a foreign key asks for a row referred to. */
public enum Match {

    /** Those in which no referring column is NULL. */
    SIMPLE,

    /** Those in which not all are NULL; a row with only some NULL is refused. */
    FULL,

    /** Those in which not all are NULL; the others must agree. */
    PARTIAL
}
