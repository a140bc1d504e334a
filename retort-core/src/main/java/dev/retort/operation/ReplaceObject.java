package dev.retort.operation;

import dev.retort.schema.AuxiliaryObject;
import dev.retort.schema.QualifiedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a view, a routine or a trigger by another definition, or updates an extension.
 *
 * @param object the object afterwards
 * @param was the object before; null if it is not known, so that the operation cannot be reversed
 */
public record ReplaceObject(
        AuxiliaryObject object, @Nullable AuxiliaryObject was) implements Operation {

    public ReplaceObject {
        if (was != null && !was.reference().equals(object.reference())) {
            throw new IllegalArgumentException("Another " + object.reference().describe() + " replaces it, and not "
                    + was.reference().describe() + ".");
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.replaceObject(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(was).map(before -> new ReplaceObject(before, object));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(object.name());
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.Changed(object.reference()));
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public String describe() {
        return "replace " + object.reference().describe();
    }
}
