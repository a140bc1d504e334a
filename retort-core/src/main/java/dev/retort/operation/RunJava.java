package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.Optional;

/**
 * Runs a data step in Java.
 *
 * @param step what to run
 */
public record RunJava(DataStep step) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.runJava(this);
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
        return SchemaChange.UNKNOWN;
    }

    @Override
    public String describe() {
        return "run a data step in Java";
    }
}
