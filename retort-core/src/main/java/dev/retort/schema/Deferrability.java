package dev.retort.schema;

/** When a constraint is checked. */
public enum Deferrability {

    /** At each statement. */
    NOT_DEFERRABLE,

    /** At each statement, unless a transaction puts it off to its end. */
    INITIALLY_IMMEDIATE,

    /** At the end of the transaction, unless that says otherwise. */
    INITIALLY_DEFERRED
}
