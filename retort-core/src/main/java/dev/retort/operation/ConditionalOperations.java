package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Operations of which each runs only if what it creates is missing, or if what it changes or drops is there. The catalog decides while they
 * run. They have no reverse, since nobody knows what they have done.
 *
 * @param condition the condition
 * @param operations the operations, in order; each creates something, or changes or drops something
 */
public record ConditionalOperations(Existence condition, List<Operation> operations) implements CompositeOperation {

    public ConditionalOperations {
        operations = List.copyOf(operations);
        for (Operation operation : operations) {
            if (operation instanceof CompositeOperation) {
                throw new IllegalArgumentException("'" + operation.describe()
                        + "' has no condition of its own: write its changes by themselves, each has one.");
            }
            if (operation.change().parts().isEmpty()
                    || !operation.change().parts().stream().allMatch(part -> part.suits(condition))) {
                throw new IllegalArgumentException(
                        condition == Existence.MISSING
                                ? "'" + operation.describe()
                                        + "' does not run if something is missing: it creates nothing that has a name."
                                : "'" + operation.describe()
                                        + "' does not run if something is there: it changes or drops nothing that has a name.");
            }
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.conditionalOperations(this);
    }

    /** Only the catalog knows which of the changes are made. */
    @Override
    public SchemaChange change() {
        return new SchemaChange(false, SchemaChange.of(operations).parts());
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.empty();
    }

    @Override
    public Optional<QualifiedName> subject() {
        return operations.size() == 1 ? operations.get(0).subject() : Optional.empty();
    }

    @Override
    public String describe() {
        String what = operations.size() == 1 ? operations.get(0).describe() : operations.size() + " operations";
        return what + (condition == Existence.MISSING ? ", if it is missing" : ", if it is there");
    }
}
