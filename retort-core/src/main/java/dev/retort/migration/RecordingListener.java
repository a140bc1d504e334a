package dev.retort.migration;

import dev.retort.operation.Operation;

/** Is told of each operation as it is recorded. */
@FunctionalInterface
public interface RecordingListener {

    /**
     * An operation was recorded.
     *
     * @param here whose stack trace leads to the line that asked for the operation; for a reverse, to that of the operation it undoes
     */
    void recorded(Operation operation, Throwable here);
}
