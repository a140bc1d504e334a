package dev.retort.operation;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.PrimaryKey;

/** Constraints in words, for sentences. */
final class ConstraintWords {

    private ConstraintWords() {}

    static String of(Constraint constraint) {
        String kind;
        if (constraint instanceof PrimaryKey) {
            kind = "primary key";
        } else if (constraint instanceof ForeignKey) {
            kind = "foreign key";
        } else if (constraint instanceof CheckConstraint) {
            kind = "check";
        } else {
            kind = "unique constraint";
        }
        return constraint.name() == null ? kind : kind + " " + constraint.name();
    }
}
