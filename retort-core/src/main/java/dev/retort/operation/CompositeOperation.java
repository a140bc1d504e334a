package dev.retort.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An operation that consists of others. */
public sealed interface CompositeOperation extends Operation
        permits ConditionalOperations, OutsideTransaction, TableBatch {

    /** The operations, in order. */
    List<Operation> operations();

    @Override
    default SchemaChange change() {
        return SchemaChange.of(operations());
    }

    @Override
    default List<Hazard> hazards() {
        return operations().stream()
                .flatMap(operation -> operation.hazards().stream())
                .toList();
    }

    /** What undoes the operations, last operation first; empty if one of them cannot be undone. */
    static Optional<List<Operation>> reversed(List<Operation> operations) {
        List<Operation> back = new ArrayList<>();
        for (Operation operation : operations) {
            Optional<Operation> reverse = operation.reverse();
            if (reverse.isEmpty()) {
                return Optional.empty();
            }
            back.add(0, reverse.get());
        }
        return Optional.of(back);
    }
}
