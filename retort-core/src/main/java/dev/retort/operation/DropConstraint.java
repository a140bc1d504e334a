package dev.retort.operation;

import dev.retort.schema.Constraint;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drops a constraint.
 *
 * @param table the table
 * @param name the constraint's name; null only for a primary key whose name is not known
 * @param was the constraint before; null if it is not known, so that the operation cannot be reversed
 */
public record DropConstraint(
        QualifiedName table,
        @Nullable String name,
        @Nullable Constraint was) implements Operation {

    public DropConstraint {
        if (name == null && !(was instanceof PrimaryKey)) {
            throw new IllegalArgumentException("A constraint to drop needs its name, or must be a primary key.");
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropConstraint(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(was).map(constraint -> new AddConstraint(table, constraint));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(table);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.DroppedElement(table, name, was));
    }

    @Override
    public String describe() {
        return "drop " + (was != null ? ConstraintWords.of(was) : "constraint " + name) + " of " + table;
    }
}
