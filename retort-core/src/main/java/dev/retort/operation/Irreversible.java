package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.Optional;

/**
 * Declares in a downgrade that it cannot be undone. A plan that contains it is refused before its first step.
 *
 * @param why the reason, for people
 */
public record Irreversible(String why) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.irreversible(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.empty();
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.empty();
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.NONE;
    }

    @Override
    public String describe() {
        return "refuse: " + why;
    }
}
