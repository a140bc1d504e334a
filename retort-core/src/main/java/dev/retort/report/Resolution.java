package dev.retort.report;

/** A person's decision about a half-done step and its statement in doubt. */
public enum Resolution {
    /** Query the catalog; if it cannot tell, stop and ask the person. */
    ASK,
    /** The statement has not taken effect: run it again. */
    RETRY,
    /** The statement has taken effect: continue after it. */
    DONE,
    /** Undo what the step has done. */
    UNDO
}
