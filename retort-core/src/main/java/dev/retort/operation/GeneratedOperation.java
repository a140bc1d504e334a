package dev.retort.operation;

import java.util.List;

/**
 * An operation that a comparison found.
 *
 * @param operation the operation
 * @param hazards what a person should know before it runs, including what depends on existing rows, which the operation itself cannot tell
 */
public record GeneratedOperation(Operation operation, List<Hazard> hazards) {

    public GeneratedOperation {
        hazards = List.copyOf(hazards);
    }

    /** An operation without hazards. */
    public static GeneratedOperation of(Operation operation) {
        return new GeneratedOperation(operation, List.of());
    }
}
