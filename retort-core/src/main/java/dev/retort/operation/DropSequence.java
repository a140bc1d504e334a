package dev.retort.operation;

import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Sequence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drops a sequence.
 *
 * @param name the sequence
 * @param was the sequence before; null if it is not known, so that the operation cannot be reversed
 */
public record DropSequence(QualifiedName name, @Nullable Sequence was) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropSequence(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(was).map(CreateSequence::new);
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(name);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.Dropped(ObjectReference.of(SchemaObject.Kind.SEQUENCE, name)));
    }

    @Override
    public String describe() {
        return "drop sequence " + name;
    }
}
