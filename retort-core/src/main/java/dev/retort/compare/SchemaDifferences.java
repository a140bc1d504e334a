package dev.retort.compare;

import dev.retort.operation.Attention;
import dev.retort.operation.Operation;
import java.util.List;
import java.util.Map;

/**
 * What leads from an actual schema to the desired one.
 *
 * @param operations the operations, in an order in which they can run; each knows its reverse
 * @param attentions the remarks on them, in the order of the operations, those without an operation last
 */
public record SchemaDifferences(List<Operation> operations, List<Attention> attentions) {

    public SchemaDifferences {
        operations = List.copyOf(operations);
        attentions = List.copyOf(attentions);
    }

    /** The same with other operations in the place of some; the remarks on these are on those. */
    public SchemaDifferences replacing(Map<Operation, Operation> others) {
        return new SchemaDifferences(
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

    /** Whether the schemas are the same, as far as they can be compared. */
    public boolean isEmpty() {
        return operations.isEmpty() && attentions.isEmpty();
    }
}
