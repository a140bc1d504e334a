package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/** What stands between the parentheses of a table's definition. Cases may be added. */
public sealed interface TableElement permits Column, Constraint, Index {

    /** The name; null for a constraint that the database is to name. */
    @Nullable
    String name();
}
