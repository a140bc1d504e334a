package dev.retort.operation;

import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sets or removes the comment of a table.
 *
 * @param table the table
 * @param comment the new comment; null to remove it
 * @param wasKnown whether {@code was} is the comment that the table had before
 * @param was the comment before; null for none
 */
public record CommentOnTable(
        QualifiedName table,
        @Nullable String comment,
        boolean wasKnown,
        @Nullable String was) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.commentOnTable(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return wasKnown ? Optional.of(new CommentOnTable(table, was, true, comment)) : Optional.empty();
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(table);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.Touched(
                new SchemaChange.WholeObject(ObjectReference.of(SchemaObject.Kind.TABLE, table))));
    }

    @Override
    public String describe() {
        return (comment == null ? "remove the comment of table " : "comment on table ") + table;
    }
}
