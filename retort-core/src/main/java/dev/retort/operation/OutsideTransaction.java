package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs operations that cannot run inside a transaction. What came before is committed first.
 *
 * @param operations the operations, in order
 */
public record OutsideTransaction(List<Operation> operations) implements Operation {

    public OutsideTransaction {
        operations = List.copyOf(operations);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.outsideTransaction(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return reversed();
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.empty();
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(operations);
    }

    @Override
    public String describe() {
        return operations.size() == 1
                ? operations.get(0).describe()
                : "run " + operations.size() + " operations outside a transaction";
    }

    @Override
    public List<Hazard> hazards() {
        return operations.stream()
                .flatMap(operation -> operation.hazards().stream())
                .toList();
    }

    private Optional<Operation> reversed() {
        List<Operation> back = new ArrayList<>();
        for (Operation operation : operations) {
            Optional<Operation> reverse = operation.reverse();
            if (reverse.isEmpty()) {
                return Optional.empty();
            }
            back.add(0, reverse.get());
        }
        return Optional.of(new OutsideTransaction(back));
    }
}
