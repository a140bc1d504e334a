package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/** A column, a constraint or an index. Cases may be added. */
public sealed interface TableElement permits Column, Constraint, Index {

    /** The name; null for a constraint whose name the database chooses. */
    @Nullable
    String name();
}
