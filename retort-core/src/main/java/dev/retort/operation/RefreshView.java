package dev.retort.operation;

import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject;
import java.util.Optional;

/**
 * Computes the rows of a materialized view anew.
 *
 * @param view the view
 * @param concurrently whether it can be read meanwhile, which needs a unique index of it
 */
public record RefreshView(QualifiedName view, boolean concurrently) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.refreshView(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(this);
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(view);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.Changed(ObjectReference.of(SchemaObject.Kind.MATERIALIZED_VIEW, view)));
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public String describe() {
        return "refresh materialized view " + view;
    }
}
