package dev.retort.compare;

/**
 * When in a plan an operation runs. The order is symmetric: read backwards, with each operation reversed, it is the order of the downgrade.
 *
 * <p>In some databases all tables of a schema share the names of indexes and constraints, so drops free names before additions use them.
 * Columns are the exception: a table always keeps at least one column.
 */
enum Phase {
    DROP_FOREIGN_KEYS,
    DETACH_SEQUENCES,
    DROP_TABLES,
    HOLD_AUTO_INCREMENT,
    DROP_INDEXES,
    DROP_CONSTRAINTS,
    CREATE_SEQUENCES,
    ADD_COLUMNS,
    ALTER,
    DROP_COLUMNS,
    DROP_SEQUENCES,
    ADD_CONSTRAINTS,
    CREATE_INDEXES,
    RELEASE_AUTO_INCREMENT,
    CREATE_TABLES,
    ALTER_NEW_SEQUENCES,
    ADD_FOREIGN_KEYS;

    /** Whether operations run in the reverse of the order in which they would be created. */
    boolean runsBackwards() {
        return name().startsWith("DROP");
    }
}
