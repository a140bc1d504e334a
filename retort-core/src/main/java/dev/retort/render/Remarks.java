package dev.retort.render;

import dev.retort.operation.Attention;
import dev.retort.operation.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remarks by the operation that they stand above. */
final class Remarks {

    private final Map<Operation, List<String>> bound = new HashMap<>();
    private final List<String> unbound = new ArrayList<>();

    Remarks(List<Attention> attentions) {
        for (Attention attention : attentions) {
            Operation operation = attention.operation();
            if (operation == null) {
                unbound.add(attention.sentence());
            } else {
                bound.computeIfAbsent(operation, none -> new ArrayList<>()).add(attention.sentence());
            }
        }
    }

    List<String> of(Operation operation) {
        return bound.getOrDefault(operation, List.of());
    }

    /** The remarks that belong to no operation. */
    List<String> unbound() {
        return unbound;
    }
}
