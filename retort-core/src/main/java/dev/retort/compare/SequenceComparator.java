package dev.retort.compare;

import dev.retort.dialect.SqlTypes;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.DropSequence;
import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the sequences that are wished for with those that are there, be they a column's own or not. One that is there is changed and
 * never made anew: it would give numbers again that rows already have.
 */
final class SequenceComparator {

    private final SqlTypes types;
    private final UsedSequences used;
    private final Changes changes;

    SequenceComparator(SqlTypes types, UsedSequences used, Changes changes) {
        this.types = types;
        this.used = used;
        this.changes = changes;
    }

    void compare(SchemaSnapshot desired, SchemaSnapshot actual) {
        Map<QualifiedName, Sequence> found = new HashMap<>();
        actual.sequences().forEach(sequence -> found.put(sequence.name(), sequence));
        owned(actual.ownedSequences(), desired).forEach(sequence -> found.put(sequence.name(), sequence));
        Map<QualifiedName, Sequence> coming = new HashMap<>();
        owned(desired.ownedSequences(), desired).forEach(sequence -> coming.put(sequence.name(), sequence));
        Set<QualifiedName> wished = new HashSet<>();
        for (Sequence wish : desired.sequences()) {
            wished.add(wish.name());
            Sequence before = found.get(wish.name());
            Sequence brought = coming.get(wish.name());
            if (before != null) {
                alter(Phase.ALTER, before, wish);
            } else if (brought != null) {
                alter(Phase.ALTER_NEW_SEQUENCES, brought, wish);
            } else if (goesWithColumn(wish.name(), desired, actual)) {
                changes.notGenerated(
                        "Sequence " + wish.name() + " is wished for, but belongs to a column that is dropped, and"
                                + " goes with it. Take it out before, by hand: ALTER SEQUENCE … OWNED BY NONE.");
            } else {
                changes.add(Phase.CREATE_SEQUENCES, new CreateSequence(wish));
            }
        }
        for (Sequence before : actual.sequences()) {
            if (!wished.contains(before.name()) && !used.contains(before.name())) {
                drop(before);
            }
        }
    }

    /** Whether a sequence is that of a column which a table loses. */
    private static boolean goesWithColumn(QualifiedName sequence, SchemaSnapshot desired, SchemaSnapshot actual) {
        return actual.ownedSequences().stream()
                .anyMatch(owned -> owned.name().equals(sequence)
                        && desired.table(owner(owned).table()).isPresent());
    }

    /** The sequences of columns that are wished for. The others go with their column. */
    private static List<Sequence> owned(List<Sequence> sequences, SchemaSnapshot desired) {
        return sequences.stream()
                .filter(owned -> desired.table(owner(owned).table())
                        .flatMap(table -> table.column(owner(owned).column()))
                        .isPresent())
                .map(owned -> owned.ownedBy(null))
                .toList();
    }

    private static Sequence.Owner owner(Sequence owned) {
        return Objects.requireNonNull(owned.owner());
    }

    private void drop(Sequence before) {
        DropSequence operation = new DropSequence(before.name(), before);
        changes.add(Phase.DROP_SEQUENCES, operation);
        changes.remark(
                operation,
                Hazard.Kind.LOSES_DATA,
                "No entity knows sequence " + before.name()
                        + ", so it is dropped. Its position is lost; a downgrade makes it"
                        + " begin again at " + before.start()
                        + ". If something else uses it, take the operation out and name it in exclude_tables.");
    }

    private void alter(Phase phase, Sequence before, Sequence wish) {
        if (before.equals(wish)) {
            return;
        }
        if (Long.signum(before.increment()) != Long.signum(wish.increment())) {
            changes.notGenerated("Sequence " + wish.name() + " is to count by " + wish.increment() + ", but counts by "
                    + before.increment() + ". The other way it would give numbers again that rows already have;"
                    + " no operation is generated for that, write it by hand with a start beyond them.");
            return;
        }
        if (before.start() == wish.start() && before.increment() == wish.increment()) {
            changes.notMade("sequence " + wish.name(), words(wish), words(before));
            return;
        }
        AlterSequence operation = AlterSequence.between(before, wish);
        Operation reverse = changes.add(phase, operation);
        if (phase == Phase.ALTER) {
            remark(operation);
            remark((AlterSequence) reverse);
        }
    }

    private String words(Sequence sequence) {
        SequenceOptions options = sequence.options();
        List<String> words = new ArrayList<>();
        Optional.ofNullable(sequence.type()).ifPresent(type -> words.add(types.render(type)));
        Optional.ofNullable(options.min()).ifPresent(min -> words.add("from " + min));
        Optional.ofNullable(options.max()).ifPresent(max -> words.add("up to " + max));
        Optional.ofNullable(options.cache()).ifPresent(cache -> words.add("cache " + cache));
        if (options.cycle()) {
            words.add("cycle");
        }
        return TableWords.joined(words);
    }

    private void remark(AlterSequence operation) {
        if (operation.start() != null) {
            changes.remark(
                    operation,
                    Hazard.Kind.MAY_FAIL,
                    "Sequence " + operation.name()
                            + " goes on from where it is: the new start counts for a restart alone.");
        }
        if (operation.mayNarrowSteps()) {
            changes.remark(
                    operation,
                    Hazard.Kind.MAY_FAIL,
                    "Whoever still counts through blocks of "
                            + Optional.ofNullable(operation.was())
                                    .map(Sequence::increment)
                                    .orElse(1L)
                            + " of sequence " + operation.name()
                            + " takes numbers that others get: stop the older application before this runs.");
        }
    }
}
