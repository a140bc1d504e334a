package dev.retort.plan;

/** The direction in which a revision is run. */
public enum Direction {
    /** The upgrade, which applies the revision. */
    UP,
    /** The downgrade, which takes it back. */
    DOWN
}
