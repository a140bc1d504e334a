package dev.retort.compare;

import dev.retort.operation.Attention;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.DropSequence;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the sequences that belong to no column. */
final class SequenceComparator {

    private final Changes changes;

    SequenceComparator(Changes changes) {
        this.changes = changes;
    }

    void compare(List<Sequence> desired, List<Sequence> actual) {
        Map<QualifiedName, Sequence> found = new HashMap<>();
        actual.forEach(sequence -> found.put(sequence.name(), sequence));
        Set<QualifiedName> wished = new HashSet<>();
        for (Sequence wish : desired) {
            wished.add(wish.name());
            Sequence before = found.get(wish.name());
            if (before == null) {
                changes.add(Phase.CREATE_SEQUENCES, new CreateSequence(wish));
            } else if (!before.equals(wish)) {
                replace(before, wish);
            }
        }
        for (Sequence before : actual) {
            if (!wished.contains(before.name())) {
                drop(before);
            }
        }
    }

    private void drop(Sequence before) {
        DropSequence operation = new DropSequence(before.name(), before);
        changes.add(Phase.DROP_SEQUENCES, operation);
        changes.remark(
                operation,
                Attention.Kind.LOSES_DATA,
                "No entity knows sequence " + before.name()
                        + ", so it is dropped. Its position is lost; a downgrade makes it"
                        + " begin again at " + before.start()
                        + ". If something else uses it, take the operation out and name it in exclude_tables.");
    }

    private void replace(Sequence before, Sequence wish) {
        changes.add(Phase.ALTER, new DropSequence(before.name(), before));
        CreateSequence create = new CreateSequence(wish);
        changes.add(Phase.ALTER, create);
        changes.remark(
                create,
                Attention.Kind.MAY_FAIL,
                "Sequence " + wish.name() + " begins again at " + wish.start()
                        + ": numbers that are already in use come again unless it starts beyond them.");
    }
}
