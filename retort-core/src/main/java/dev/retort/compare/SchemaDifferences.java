package dev.retort.compare;

import dev.retort.operation.Attention;
import dev.retort.operation.Operation;
import java.util.List;

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

    /** Whether the schemas are the same, as far as they can be compared. */
    public boolean isEmpty() {
        return operations.isEmpty() && attentions.isEmpty();
    }
}
