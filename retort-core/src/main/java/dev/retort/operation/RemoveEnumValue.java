package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Removes a label of a named enum type, whose columns are then of a new type with the others.
 *
 * @param type the enum type
 * @param value the label
 * @param replacement the label that rows get which have the removed one; null if the operation fails on such rows
 */
public record RemoveEnumValue(
        QualifiedName type, String value, @Nullable String replacement) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.removeEnumValue(this);
    }

    /** The place of the label is not known, nor which rows had it. */
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
        return SchemaChange.of(new SchemaChange.ChangedValue(new SchemaChange.EnumValueOf(type, value)));
    }

    @Override
    public List<Hazard> hazards() {
        return replacement == null
                ? List.of()
                : List.of(Hazard.of(
                        this,
                        Hazard.Kind.LOSES_DATA,
                        "Rows with '" + value + "' get '" + replacement + "'; a downgrade does not tell them apart."));
    }

    @Override
    public String describe() {
        return "remove value '" + value + "' from enum type " + type;
    }
}
