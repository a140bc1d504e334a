package dev.retort.operation;

import dev.retort.schema.Constraint;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import java.util.Optional;

/**
 * Adds a constraint to an existing table.
 *
 * @param table the table
 * @param constraint the constraint
 */
public record AddConstraint(QualifiedName table, Constraint constraint) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.addConstraint(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return constraint.name() == null && !(constraint instanceof PrimaryKey)
                ? Optional.empty()
                : Optional.of(new DropConstraint(table, constraint.name(), constraint));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(table);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.Added(table, constraint));
    }

    @Override
    public String describe() {
        return "add " + ConstraintWords.of(constraint) + " to " + table;
    }
}
