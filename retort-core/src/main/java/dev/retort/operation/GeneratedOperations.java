package dev.retort.operation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The result of a comparison.
 *
 * @param generated the operations, in an order in which they can run
 * @param notices hazards that belong to no operation
 */
public record GeneratedOperations(List<GeneratedOperation> generated, List<Hazard> notices) {

    /** No operations and no notices. */
    public static final GeneratedOperations NONE = new GeneratedOperations(List.of(), List.of());

    public GeneratedOperations {
        generated = List.copyOf(generated);
        notices = List.copyOf(notices);
    }

    /** Operations without hazards. */
    public static GeneratedOperations of(List<? extends Operation> operations) {
        return new GeneratedOperations(
                operations.stream().map(GeneratedOperation::of).toList(), List.of());
    }

    /** The operations alone. */
    public List<Operation> operations() {
        return generated.stream().map(GeneratedOperation::operation).toList();
    }

    /** All hazards, in the order of the operations, the notices last. */
    public List<Hazard> hazards() {
        return Stream.concat(generated.stream().flatMap(one -> one.hazards().stream()), notices.stream())
                .toList();
    }

    /** The same with some operations replaced by others, which keep their hazards. */
    public GeneratedOperations replacing(Map<Operation, Operation> others) {
        return new GeneratedOperations(
                generated.stream()
                        .map(one -> new GeneratedOperation(
                                others.getOrDefault(one.operation(), one.operation()), one.hazards()))
                        .toList(),
                notices);
    }

    /** Whether there is neither an operation nor a notice. */
    public boolean isEmpty() {
        return generated.isEmpty() && notices.isEmpty();
    }
}
