package dev.retort.operation;

/** Whether something has to be in the database, or has to be missing, for an operation to run. */
public enum Existence {
    MISSING,
    PRESENT
}
