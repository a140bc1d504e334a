package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.Optional;

/**
 * Renames a label of a named enum type, in all rows at once.
 *
 * @param type the enum type
 * @param from the label
 * @param to its new name
 */
public record RenameEnumValue(QualifiedName type, String from, String to) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.renameEnumValue(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameEnumValue(type, to, from));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(type);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.ChangedValue(new SchemaChange.EnumValueOf(type, from)));
    }

    @Override
    public String describe() {
        return "rename value '" + from + "' of enum type " + type + " to '" + to + "'";
    }
}
