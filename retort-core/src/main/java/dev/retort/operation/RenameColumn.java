package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Renames a column.
 *
 * @param table the table
 * @param from the column
 * @param to its new name
 */
public record RenameColumn(QualifiedName table, String from, String to) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.renameColumn(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameColumn(table, to, from));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(table);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.AlteredColumn(table, from, to, List.of(), null));
    }

    @Override
    public String describe() {
        return "rename column " + table + "." + from + " to " + to;
    }
}
