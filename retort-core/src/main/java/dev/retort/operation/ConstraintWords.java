package dev.retort.operation;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import java.util.stream.Collectors;

/** Describes constraints in messages. */
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
        } else if (constraint instanceof ExclusionConstraint) {
            kind = "exclusion constraint";
        } else {
            kind = "unique constraint";
        }
        return constraint.name() == null ? kind : kind + " " + constraint.name();
    }

    /** The definition of a constraint, for one that has no name: {@code unique (email)}. */
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
        if (constraint instanceof ExclusionConstraint exclusion) {
            return inFull(exclusion);
        }
        return "check (" + ((CheckConstraint) constraint).expression() + ")";
    }

    private static String inFull(ExclusionConstraint exclusion) {
        String elements = exclusion.elements().stream()
                .map(element -> element.part().text() + " with " + element.operator())
                .collect(Collectors.joining(", "));
        return "exclude" + (exclusion.method() == null ? "" : " using " + exclusion.method()) + " (" + elements + ")"
                + (exclusion.where() == null ? "" : " where " + exclusion.where());
    }

    /** The name of a constraint or an index, or else its definition. */
    public static String called(TableElement element) {
        if (element instanceof Index index) {
            return index.name();
        }
        Constraint constraint = (Constraint) element;
        return constraint.name() == null ? inFull(constraint) : constraint.name();
    }

    private static String list(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }
}
