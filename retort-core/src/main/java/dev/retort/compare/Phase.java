package dev.retort.compare;

/**
 * When in a plan an operation runs. The order is its own mirror: read backwards, with each operation reversed, it is the order of the
 * plan that leads back.
 *
 * <p>Names of indexes and constraints are shared by all tables of a schema in some databases, therefore what goes frees its name
 * before what comes takes it. Columns are the exception: a table keeps at least one column at any time.
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

    /** Whether operations run in the opposite order of the one in which they would be made. */
    boolean runsBackwards() {
        return name().startsWith("DROP");
    }
}
