package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import java.util.Optional;

/**
 * Adds a column at the end of a table.
 *
 * @param table the table
 * @param column the column
 */
public record AddColumn(QualifiedName table, Column column) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.addColumn(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new DropColumn(table, column.name(), column));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(table);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.Added(table, column));
    }

    @Override
    public String describe() {
        return "add column " + table + "." + column.name();
    }
}
