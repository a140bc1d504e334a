package dev.retort.compare;

import dev.retort.dialect.Dialect;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.DropSequence;
import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares desired and actual sequences, whether a column owns them or not. An existing sequence is altered and never created anew, because it would return numbers again that rows already have.
 */
final class SequenceComparator {

    private final Dialect dialect;
    private final boolean leavesUnsaid;
    private final UsedSequences used;
    private final Changes changes;
    private final SequenceHazards hazards;

    /**
     * A comparator.
     *
     * @param leavesUnsaid whether the source cannot say which column owns a sequence
     */
    SequenceComparator(Dialect dialect, boolean leavesUnsaid, UsedSequences used, Changes changes) {
        this.dialect = dialect;
        this.leavesUnsaid = leavesUnsaid;
        this.used = used;
        this.changes = changes;
        this.hazards = new SequenceHazards(changes);
    }

    void compare(SchemaSnapshot desired, SchemaSnapshot actual) {
        Map<QualifiedName, Sequence> free = byName(SequenceOwners.free(actual));
        Map<QualifiedName, Sequence> ofColumns = byName(SequenceOwners.ofColumns(actual, desired));
        Map<QualifiedName, Sequence> created = byName(SequenceOwners.ofColumns(desired, desired));
        Set<QualifiedName> names = new HashSet<>(created.keySet());
        for (Sequence after : SequenceOwners.free(desired)) {
            QualifiedName name = after.name();
            names.add(name);
            if (free.containsKey(name)) {
                alterFree(free.get(name), after, desired);
            } else if (ofColumns.containsKey(name)) {
                alter(Phase.ALTER, ofColumns.get(name), after.ownedBy(null));
            } else if (created.containsKey(name)) {
                Sequence withColumn = created.get(name);
                alter(
                        Phase.ALTER_NEW_SEQUENCES,
                        withColumn,
                        leavesUnsaid ? UnspecifiedFacts.filled(after, withColumn) : after);
            } else if (isDroppedWithColumn(name, desired, actual)) {
                changes.notGenerated("Sequence " + name + " is desired, but belongs to a column that is dropped, and"
                        + " is dropped with it. Detach it first, by hand: ALTER SEQUENCE … OWNED BY NONE.");
            } else {
                create(after);
            }
        }
        free.values().stream()
                .filter(before -> !names.contains(before.name()))
                .forEach(before -> leave(before, desired));
    }

    private static Map<QualifiedName, Sequence> byName(List<Sequence> sequences) {
        Map<QualifiedName, Sequence> byName = new HashMap<>();
        sequences.forEach(sequence -> byName.put(sequence.name(), sequence));
        return byName;
    }

    /** Whether a sequence is owned by a column that is dropped. */
    private static boolean isDroppedWithColumn(QualifiedName sequence, SchemaSnapshot desired, SchemaSnapshot actual) {
        return actual.ownedSequences().stream()
                .filter(owned -> owned.name().equals(sequence))
                .map(Sequence::owner)
                .anyMatch(owner ->
                        desired.table(Objects.requireNonNull(owner).table()).isPresent());
    }

    /** A sequence is attached to its column when the column exists. */
    private void create(Sequence after) {
        Sequence made = after.ownedBy(null);
        changes.add(Phase.CREATE_SEQUENCES, new CreateSequence(made));
        if (after.owner() != null) {
            changes.add(Phase.ALTER_NEW_SEQUENCES, AlterSequence.between(made, after));
        }
    }

    /** A sequence is detached from a column before that may be dropped, and attached to another one when that exists. */
    private void alterFree(Sequence before, Sequence desired, SchemaSnapshot schema) {
        boolean stays = leavesUnsaid
                && before.owner() != null
                && SequenceOwners.ownerIn(before, schema).isPresent();
        Sequence after = stays ? desired.ownedBy(before.owner()) : desired;
        if (Objects.equals(before.owner(), after.owner())) {
            alter(Phase.ALTER, before, after);
            return;
        }
        Sequence released = release(before);
        Sequence altered = alter(Phase.ALTER, released, after.ownedBy(null));
        if (after.owner() != null) {
            changes.add(Phase.ALTER_NEW_SEQUENCES, AlterSequence.between(altered, altered.ownedBy(after.owner())));
        }
    }

    private Sequence release(Sequence before) {
        Sequence released = before.ownedBy(null);
        if (before.owner() != null) {
            changes.add(Phase.DETACH_SEQUENCES, AlterSequence.between(before, released));
        }
        return released;
    }

    /** Drops a sequence that is not desired, unless it is used, or is owned by a column and the source cannot say so. */
    private void leave(Sequence before, SchemaSnapshot desired) {
        boolean owned = before.owner() != null;
        boolean ownerStays = owned && SequenceOwners.ownerIn(before, desired).isPresent();
        boolean stays = used.contains(before.name()) || (leavesUnsaid && ownerStays);
        if (!stays) {
            drop(release(before));
        } else if (!ownerStays) {
            release(before);
        }
    }

    private void drop(Sequence before) {
        DropSequence operation = new DropSequence(before.name(), before);
        changes.add(Phase.DROP_SEQUENCES, operation);
        changes.addHazard(
                operation,
                Hazard.Kind.LOSES_DATA,
                "No entity uses sequence " + before.name()
                        + ", so it is dropped. Its current value is lost; a downgrade makes it"
                        + " start again at " + before.start()
                        + ". If something else uses it, remove the operation and name it in exclude_tables.");
    }

    /**
     * Makes the changes for which there are operations.
     *
     * @return the sequence after them
     */
    private Sequence alter(Phase phase, Sequence before, Sequence desired) {
        Sequence after = desired;
        if (!Objects.equals(before.type(), after.type())
                && !dialect.comparison().changesSequenceTypes()) {
            changes.notMade("sequence " + after.name(), word(after.type()), word(before.type()));
            after = after.typed(before.type());
        }
        if (before.equals(after)) {
            return before;
        }
        if (Long.signum(before.increment()) != Long.signum(after.increment())) {
            changes.notGenerated("Sequence " + after.name() + " is to have the increment " + after.increment()
                    + ", but has "
                    + before.increment() + ". In the other direction it would return numbers that rows already have;"
                    + " no operation is generated for that, write it by hand with a start beyond them.");
            return before;
        }
        AlterSequence operation = AlterSequence.between(before, after);
        Operation reverse = changes.add(phase, operation);
        if (phase == Phase.ALTER) {
            addHazards(operation, before, after);
            addHazards((AlterSequence) reverse, after, before);
        }
        return after;
    }

    private String word(@Nullable SqlType type) {
        return dialect.types().render(type == null ? StandardType.of(TypeKind.BIGINT) : type);
    }

    private void addHazards(AlterSequence operation, Sequence before, Sequence after) {
        hazards.add(operation, "Sequence " + operation.name(), before.options(), after.options());
        if (operation.mayNarrowSteps()) {
            changes.addHazard(
                    operation,
                    Hazard.Kind.MAY_FAIL,
                    "An application that still uses blocks of "
                            + Optional.ofNullable(operation.was())
                                    .map(Sequence::increment)
                                    .orElse(1L)
                            + " numbers of sequence " + operation.name()
                            + " takes numbers that others get too: stop the older application before this runs.");
        }
    }
}
