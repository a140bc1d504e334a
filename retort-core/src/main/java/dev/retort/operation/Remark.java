package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.Optional;

/**
 * Says something to people who watch the run or read the script of it. The database does not get it.
 *
 * @param text what to say; a script has it as a comment
 */
public record Remark(String text) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.remark(this);
    }

    /** The same remark. */
    @Override
    public Optional<Operation> reverse() {
        return Optional.of(this);
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
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public String describe() {
        return "remark: " + text;
    }
}
