package dev.retort.operation;

import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import java.util.Optional;

/**
 * Creates an index.
 *
 * @param table the table
 * @param index the index
 * @param concurrently whether rows can be changed meanwhile where the database otherwise locks the table, which it does outside a transaction
 */
public record CreateIndex(QualifiedName table, Index index, boolean concurrently) implements Operation {

    public CreateIndex(QualifiedName table, Index index) {
        this(table, index, false);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createIndex(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new DropIndex(table, index.name(), index, concurrently));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(table);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.Added(table, index));
    }

    @Override
    public String describe() {
        return "create index " + index.name() + " on " + table;
    }
}
