package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds a label to a named enum type.
 *
 * @param type the enum type
 * @param value the label
 * @param neighbour the label next to which it goes; null for the end
 * @param before whether it goes before its neighbour, and not after
 */
public record AddEnumValue(
        QualifiedName type, String value, @Nullable String neighbour, boolean before) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.addEnumValue(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.empty();
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(type);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.AddedValue(new SchemaChange.EnumValueOf(type, value)));
    }

    @Override
    public String describe() {
        return "add value '" + value + "' to enum type " + type;
    }
}
