package dev.retort.schema;

/** Which rows must reference an existing row when a foreign key has several columns. */
public enum Match {

    /** Rows in which no referencing column is NULL. */
    SIMPLE,

    /** Rows in which not all are NULL; a row in which only some are NULL is rejected. */
    FULL,

    /** Rows in which not all are NULL; the other columns must match. */
    PARTIAL
}
