package dev.retort.dialect;

/** Which of the indexes that serve a foreign key a database does not drop while the foreign key exists. */
public enum NeededIndexes {
    /** None: a foreign key needs no index on its own columns. */
    NONE,
    /** The last one; any index serves. */
    LAST,
    /** One over exactly the columns of the foreign key, if the foreign key uses it, which cannot be found out. */
    SAME
}
