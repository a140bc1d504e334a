package dev.retort.compare;

import dev.retort.operation.Attention;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.schema.Unread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The operations found so far, by phase, with the remarks on them. */
final class Changes {

    private final Map<Phase, List<Operation>> phases = new EnumMap<>(Phase.class);
    private final IdentityHashMap<Operation, List<Attention>> remarks = new IdentityHashMap<>();
    private final List<Attention> unbound = new ArrayList<>();

    void add(Phase phase, Operation operation) {
        phases.computeIfAbsent(phase, none -> new ArrayList<>()).add(operation);
    }

    void remark(Operation operation, Attention.Kind kind, String sentence) {
        remarks.computeIfAbsent(operation, none -> new ArrayList<>()).add(new Attention(operation, kind, sentence));
    }

    void notGenerated(String sentence) {
        unbound.add(new Attention(null, Attention.Kind.NOT_GENERATED, sentence));
    }

    /** Remarks on what a drop takes along and its reverse does not make again. */
    private void remarkUnread(Operation operation, List<Unread> unread) {
        for (Unread left : unread) {
            boolean dropped = operation instanceof DropTable drop
                    ? drop.name().equals(left.table())
                    : operation instanceof DropIndex index
                            && index.table().equals(left.table())
                            && index.name().equals(left.name());
            if (dropped) {
                remark(
                        operation,
                        Attention.Kind.NOT_RESTORED,
                        "A downgrade does not make " + left.name() + " of " + left.table()
                                + " as it was; write it there by hand: " + left.definition() + ".");
            }
        }
    }

    /**
     * What was found.
     *
     * @param unread what the database holds besides what its picture shows
     */
    SchemaDifferences inOrder(List<Unread> unread) {
        List<Operation> operations = new ArrayList<>();
        phases.forEach((phase, found) -> {
            List<Operation> ordered = new ArrayList<>(found);
            if (phase.runsBackwards()) {
                Collections.reverse(ordered);
            }
            operations.addAll(ordered);
        });
        List<Attention> attentions = new ArrayList<>();
        operations.forEach(operation -> remarkUnread(operation, unread));
        operations.forEach(operation -> attentions.addAll(remarks.getOrDefault(operation, List.of())));
        attentions.addAll(unbound);
        return new SchemaDifferences(operations, attentions);
    }
}
