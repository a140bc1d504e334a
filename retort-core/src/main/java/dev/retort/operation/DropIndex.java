package dev.retort.operation;

import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drops an index.
 *
 * @param table the table
 * @param name the index
 * @param was the index before; null if it is not known, so that the operation cannot be reversed
 * @param concurrently whether rows can be changed meanwhile where the database otherwise locks the table, which it does outside a transaction
 */
public record DropIndex(
        QualifiedName table, String name, @Nullable Index was, boolean concurrently) implements Operation {

    public DropIndex(QualifiedName table, String name, @Nullable Index was) {
        this(table, name, was, false);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropIndex(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(was).map(index -> new CreateIndex(table, index, concurrently));
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
        return "drop index " + name + " of " + table;
    }
}
