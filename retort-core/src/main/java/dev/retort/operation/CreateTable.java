package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.Optional;

/**
 * Creates a table with its constraints and indexes.
 *
 * @param table the table
 */
public record CreateTable(Table table) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createTable(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new DropTable(table.name(), table));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(table.name());
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.Made(table));
    }

    @Override
    public String describe() {
        return "create table " + table.name();
    }
}
