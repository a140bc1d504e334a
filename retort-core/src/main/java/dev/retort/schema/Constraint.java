package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/** A rule that the rows of a table keep. Cases may be added. */
public sealed interface Constraint extends TableElement
        permits PrimaryKey, ForeignKey, UniqueConstraint, ExclusionConstraint, CheckConstraint {

    /** The same constraint under another name. */
    Constraint named(@Nullable String other);
}
