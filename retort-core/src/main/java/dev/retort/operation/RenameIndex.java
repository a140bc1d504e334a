package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.Optional;

/**
 * Renames an index.
 *
 * @param table the table
 * @param from the index
 * @param to its new name
 */
public record RenameIndex(QualifiedName table, String from, String to) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.renameIndex(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameIndex(table, to, from));
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
        return "rename index " + from + " of " + table + " to " + to;
    }
}
