package dev.retort.dialect;

import dev.retort.operation.CompositeOperation;
import dev.retort.operation.ConditionalOperations;
import dev.retort.operation.Operation;
import java.util.Optional;

/** A copy of a schema without rows, or of the relevant part of it, on which operations are tried before the first of them runs. */
public interface Rehearsal extends AutoCloseable {

    /**
     * Tries the next operation, those of a composite one by one. Returns why it is certain to fail; empty if it is not, or if that is not
     * known, as after conditional operations.
     */
    default Optional<String> failure(Operation operation) {
        return operation instanceof CompositeOperation block && !(block instanceof ConditionalOperations)
                ? block.operations().stream()
                        .map(this::failure)
                        .flatMap(Optional::stream)
                        .findFirst()
                : failureAlone(operation);
    }

    /** Tries the next operation, which does not consist of others that are all to run. */
    Optional<String> failureAlone(Operation operation);

    @Override
    void close();
}
