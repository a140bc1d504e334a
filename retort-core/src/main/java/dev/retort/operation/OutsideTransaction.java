package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Runs operations that cannot run inside a transaction. What came before is committed first.
 *
 * @param operations the operations, in order
 */
public record OutsideTransaction(List<Operation> operations) implements CompositeOperation {

    public OutsideTransaction {
        operations = List.copyOf(operations);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.outsideTransaction(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return CompositeOperation.reversed(operations).map(OutsideTransaction::new);
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.empty();
    }

    @Override
    public String describe() {
        return operations.size() == 1
                ? operations.get(0).describe()
                : "run " + operations.size() + " operations outside a transaction";
    }
}
