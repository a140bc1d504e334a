package dev.retort.operation;

import dev.retort.schema.AuxiliaryObject;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drops a view, a routine, a trigger, a named enum type, a domain, an extension or a schema.
 *
 * @param object what finds the object
 * @param was the object before; null if it is not known, so that the operation cannot be reversed
 */
public record DropObject(ObjectReference object, @Nullable AuxiliaryObject was) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropObject(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(was).map(CreateObject::new);
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(object.name());
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.Dropped(object));
    }

    @Override
    public String describe() {
        return "drop " + object.describe();
    }
}
