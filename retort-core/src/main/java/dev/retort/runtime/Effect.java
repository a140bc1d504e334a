package dev.retort.runtime;

/** What the catalog says of the effect of a statement of which nobody knows whether it has run. */
enum Effect {
    PRESENT,
    ABSENT,
    /** The catalog cannot tell. */
    UNKNOWN;

    static Effect of(boolean present) {
        return present ? PRESENT : ABSENT;
    }

    /**
     * What follows from whether things are as they were before the statement, and whether they are as it makes them. What is neither was
     * made by somebody else; what looks like both is not seen in the catalog.
     */
    static Effect of(boolean asBefore, boolean asAfter) {
        return asBefore == asAfter ? UNKNOWN : of(asAfter);
    }
}
