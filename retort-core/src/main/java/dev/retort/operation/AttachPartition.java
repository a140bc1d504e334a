package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.Optional;

/**
 * Makes a table a partition of another.
 *
 * @param table the partitioned table
 * @param partition the table that becomes its partition
 * @param bounds which rows it holds, in the database's SQL: {@code FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')}, {@code DEFAULT}
 */
public record AttachPartition(QualifiedName table, QualifiedName partition, String bounds) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.attachPartition(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new DetachPartition(table, partition, bounds));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(table);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.Attached(new SchemaChange.PartitionOf(table, partition)));
    }

    @Override
    public String describe() {
        return "attach partition " + partition + " to " + table;
    }
}
