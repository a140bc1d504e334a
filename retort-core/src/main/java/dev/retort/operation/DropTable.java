package dev.retort.operation;

import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drops a table with all its rows.
 *
 * @param name the table
 * @param was the table before; null if it is not known, so that the operation cannot be reversed
 */
public record DropTable(QualifiedName name, @Nullable Table was) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropTable(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(was).map(CreateTable::new);
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(name);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.Dropped(ObjectReference.of(SchemaObject.Kind.TABLE, name)));
    }

    @Override
    public String describe() {
        return "drop table " + name;
    }

    @Override
    public List<Hazard> hazards() {
        return List.of(Hazard.of(
                this,
                Hazard.Kind.LOSES_DATA,
                "All rows of table " + name + " are lost; a downgrade does not bring them back."));
    }
}
