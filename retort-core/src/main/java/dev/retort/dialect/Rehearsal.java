package dev.retort.dialect;

import dev.retort.operation.Operation;
import java.util.Optional;

/** A copy of a schema without rows, on which operations are tried before the first of them runs. */
public interface Rehearsal extends AutoCloseable {

    /** Tries the next operation. Answers why it would fail for certain; empty when it would not, or when that cannot be told. */
    Optional<String> failure(Operation operation);

    @Override
    void close();
}
