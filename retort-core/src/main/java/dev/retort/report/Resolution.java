package dev.retort.report;

/** What a person decides about a step that stopped half-way, and about its statement that may or may not have taken effect. */
public enum Resolution {
    /** Ask the catalog; when it cannot tell, stop and ask the person. */
    ASK,
    /** It has not: run it again. */
    RETRY,
    /** It has: go on after it. */
    DONE,
    /** Neither: undo what the step has done. */
    UNDO
}
