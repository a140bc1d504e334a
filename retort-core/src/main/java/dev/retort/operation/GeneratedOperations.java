package dev.retort.operation;

import java.util.List;
import java.util.Map;

/**
 * Operations that a comparison found, with the remarks on them.
 *
 * @param operations the operations, in an order in which they can run
 * @param attentions the remarks, in the order of the operations, those without an operation last
 */
public record GeneratedOperations(List<Operation> operations, List<Attention> attentions) {

    /** No operations and no remarks. */
    public static final GeneratedOperations NONE = new GeneratedOperations(List.of(), List.of());

    public GeneratedOperations {
        operations = List.copyOf(operations);
        attentions = List.copyOf(attentions);
    }

    /** The same with other operations in the place of some; the remarks on these are on those. */
    public GeneratedOperations replacing(Map<Operation, Operation> others) {
        return new GeneratedOperations(
                operations.stream()
                        .map(operation -> others.getOrDefault(operation, operation))
                        .toList(),
                attentions.stream()
                        .map(remark -> new Attention(
                                remark.operation() == null
                                        ? null
                                        : others.getOrDefault(remark.operation(), remark.operation()),
                                remark.kind(),
                                remark.sentence()))
                        .toList());
    }

    /** The same without the remarks of a kind. */
    public GeneratedOperations without(Attention.Kind kind) {
        return new GeneratedOperations(
                operations,
                attentions.stream()
                        .filter(attention -> attention.kind() != kind)
                        .toList());
    }

    /** Whether there is neither an operation nor a remark. */
    public boolean isEmpty() {
        return operations.isEmpty() && attentions.isEmpty();
    }
}
