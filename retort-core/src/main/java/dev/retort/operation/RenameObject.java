package dev.retort.operation;

import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import java.util.Optional;

/**
 * Renames a sequence, a view, a routine, a trigger, a named enum type, a domain or a schema.
 *
 * @param object what finds the object
 * @param to its new name, without schema
 */
public record RenameObject(ObjectReference object, String to) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.renameObject(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameObject(
                object.named(object.name().sibling(to)), object.name().name()));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(object.name());
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(
                new SchemaChange.RenamedObject(object, object.name().sibling(to)));
    }

    @Override
    public String describe() {
        return "rename " + object.describe() + " to " + to;
    }
}
