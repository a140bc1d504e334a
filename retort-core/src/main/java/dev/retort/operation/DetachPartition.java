package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a partition a table of its own.
 *
 * @param table the partitioned table
 * @param partition the partition
 * @param was which rows it held; null if that is not known, so that the operation cannot be reversed
 */
public record DetachPartition(
        QualifiedName table,
        QualifiedName partition,
        @Nullable String was) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.detachPartition(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(was).map(bounds -> new AttachPartition(table, partition, bounds));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(table);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.Detached(new SchemaChange.PartitionOf(table, partition)));
    }

    @Override
    public String describe() {
        return "detach partition " + partition + " from " + table;
    }
}
