package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/** A constraint of a table. Cases may be added. */
public sealed interface Constraint extends TableElement
        permits PrimaryKey, ForeignKey, UniqueConstraint, ExclusionConstraint, CheckConstraint {

    /** The same constraint with another name. */
    Constraint named(@Nullable String other);
}
