package dev.retort.operation;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.UniqueConstraint;
import java.util.List;

/** Constraints in words, for sentences. */
public final class ConstraintWords {

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

    /** What a constraint says, for one that has no name: {@code unique (email)}. */
    public static String inFull(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return "primary key " + list(key.columns());
        }
        if (constraint instanceof UniqueConstraint unique) {
            return "unique " + list(unique.columns());
        }
        if (constraint instanceof ForeignKey key) {
            return "foreign key " + list(key.columns()) + " to " + key.referredTable() + " "
                    + list(key.referredColumns());
        }
        return "check (" + ((CheckConstraint) constraint).expression() + ")";
    }

    private static String list(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }
}
