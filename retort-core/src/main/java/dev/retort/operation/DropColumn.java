package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drops a column with all its values.
 *
 * @param table the table
 * @param name the column
 * @param was the column before; null if it is not known, so that the operation cannot be reversed
 */
public record DropColumn(
        QualifiedName table, String name, @Nullable Column was) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropColumn(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(was).map(column -> new AddColumn(table, column));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(table);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.DroppedColumn(table, name, was));
    }

    @Override
    public String describe() {
        return "drop column " + table + "." + name;
    }

    @Override
    public List<Hazard> hazards() {
        return List.of(Hazard.of(
                this,
                Hazard.Kind.LOSES_DATA,
                "All values of column " + table + "." + name + " are lost; a downgrade does not bring them back."));
    }
}
