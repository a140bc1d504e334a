package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/** A rule that the rows of a table keep. */
public sealed interface Constraint extends TableElement
        permits PrimaryKey, ForeignKey, UniqueConstraint, ExclusionConstraint, CheckConstraint {

    /** The constraint's name; null when the database is to choose one. */
    @Nullable
    String name();

    /** The same constraint under another name. */
    Constraint named(@Nullable String other);
}
