package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.Optional;

/**
 * Renames a constraint.
 *
 * @param table the table
 * @param from the constraint
 * @param to its new name
 */
public record RenameConstraint(QualifiedName table, String from, String to) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.renameConstraint(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameConstraint(table, to, from));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(table);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.RenamedElement(table, from, to));
    }

    @Override
    public String describe() {
        return "rename constraint " + from + " of " + table + " to " + to;
    }
}
