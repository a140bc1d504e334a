package dev.retort.operation;

import dev.retort.schema.AuxiliaryObject;
import dev.retort.schema.QualifiedName;
import java.util.Optional;

/**
 * Creates a view, a routine, a trigger, a named enum type, a domain, an extension or a schema.
 *
 * @param object the object
 */
public record CreateObject(AuxiliaryObject object) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createObject(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new DropObject(object.reference(), object));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(object.name());
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.Made(object));
    }

    @Override
    public String describe() {
        return "create " + object.reference().describe();
    }
}
