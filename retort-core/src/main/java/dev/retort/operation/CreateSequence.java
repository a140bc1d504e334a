package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import java.util.Optional;

/**
 * Creates a sequence.
 *
 * @param sequence the sequence
 */
public record CreateSequence(Sequence sequence) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createSequence(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new DropSequence(sequence.name(), sequence));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(sequence.name());
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.Made(sequence));
    }

    @Override
    public String describe() {
        return "create sequence " + sequence.name();
    }
}
