package dev.retort.dialect;

/** Which of the indexes that serve a foreign key a database does not drop while the key is there. */
public enum NeededIndexes {
    /** None: a foreign key needs no index on its own columns. */
    NONE,
    /** The last one; any of them serves. */
    LAST,
    /** One over the very columns of the key, when the key has taken up with it; nothing tells whether it has. */
    SAME
}
