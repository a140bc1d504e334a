package dev.retort.runtime;

/** Whether a statement in doubt took effect, according to the catalog. */
enum Effect {
    PRESENT,
    ABSENT,
    /** The catalog cannot tell. */
    UNKNOWN;

    static Effect of(boolean present) {
        return present ? PRESENT : ABSENT;
    }

    /**
     * The conclusion from whether things are as before the statement, and whether they are as after it. If neither is true, somebody else
     * made a change; if both are, the catalog does not show the effect.
     */
    static Effect of(boolean asBefore, boolean asAfter) {
        return asBefore == asAfter ? UNKNOWN : of(asAfter);
    }
}
