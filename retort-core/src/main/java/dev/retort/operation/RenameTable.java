package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.Optional;

/**
 * Renames a table in its schema.
 *
 * @param from the table
 * @param to its new name, without schema
 */
public record RenameTable(QualifiedName from, String to) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.renameTable(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameTable(from.sibling(to), from.name()));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(from);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.RenamedTable(from, from.sibling(to)));
    }

    @Override
    public String describe() {
        return "rename table " + from + " to " + to;
    }
}
