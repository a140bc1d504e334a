package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.Optional;

/**
 * Checks existing rows against a constraint that was added without that. Undoing it does nothing, since the rows satisfy the constraint.
 *
 * @param table the table
 * @param name the constraint
 */
public record ValidateConstraint(QualifiedName table, String name) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.validateConstraint(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(this);
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(table);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.Touched(new SchemaChange.ElementOf(table, name, null)));
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public String describe() {
        return "validate constraint " + name + " of " + table;
    }
}
