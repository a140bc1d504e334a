package dev.retort.migration;

import dev.retort.operation.Operation;

/** Listens to operations as they are recorded. */
@FunctionalInterface
public interface RecordingListener {

    /**
     * An operation was recorded.
     *
     * @param here a throwable whose stack trace leads to the line that recorded the operation; for a reverse, to that of the operation that
     *     it undoes
     */
    void recorded(Operation operation, Throwable here);
}
