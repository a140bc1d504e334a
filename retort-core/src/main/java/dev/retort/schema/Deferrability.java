package dev.retort.schema;

/** When a constraint is checked. */
public enum Deferrability {

    /** At each statement. */
    NOT_DEFERRABLE,

    /** At each statement, unless a transaction defers it to its end. */
    INITIALLY_IMMEDIATE,

    /** At the end of the transaction, unless the transaction says otherwise. */
    INITIALLY_DEFERRED
}
