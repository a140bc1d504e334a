package dev.retort.migration;

import dev.retort.operation.AlterSequence;
import dev.retort.operation.SequenceChange;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of a sequence: {@code s -> s.from(1, 1).incrementBy(50)}. Each method returns the alteration itself. */
public final class SequenceAlteration {

    private final List<SequenceChange> changes = new ArrayList<>();
    private @Nullable Sequence was;

    SequenceAlteration() {}

    /** The previous start and increment of a sequence without other options; makes the alteration reversible. */
    public SequenceAlteration from(long oldStart, long oldIncrement) {
        return from(Sequence.of(QualifiedName.of("sequence"), oldStart, oldIncrement));
    }

    /** The previous definition of the sequence; makes the alteration reversible. The name does not count. */
    public SequenceAlteration from(Sequence sequence) {
        was = sequence;
        return this;
    }

    /** Sets the type of its numbers. */
    public SequenceAlteration type(SqlType type) {
        return with(new SequenceChange.Type(type));
    }

    /** Sets the number with which a restart begins. The sequence itself continues from its current value. */
    public SequenceAlteration startWith(long number) {
        return with(new SequenceChange.Start(number));
    }

    /** Sets the increment. */
    public SequenceAlteration incrementBy(long distance) {
        return with(new SequenceChange.Increment(distance));
    }

    /** Sets the minimum. */
    public SequenceAlteration min(long least) {
        return with(new SequenceChange.Min(least));
    }

    /** Sets the default minimum. */
    public SequenceAlteration noMin() {
        return with(new SequenceChange.Min(null));
    }

    /** Sets the maximum. */
    public SequenceAlteration max(long greatest) {
        return with(new SequenceChange.Max(greatest));
    }

    /** Sets the default maximum. */
    public SequenceAlteration noMax() {
        return with(new SequenceChange.Max(null));
    }

    /** Sets how many numbers a session caches. */
    public SequenceAlteration cache(long numbers) {
        return with(new SequenceChange.Cache(numbers));
    }

    /** Sets the default cache. */
    public SequenceAlteration usualCache() {
        return with(new SequenceChange.Cache(null));
    }

    /** Makes the sequence start again at its end. */
    public SequenceAlteration cycle() {
        return with(new SequenceChange.Cycle(true));
    }

    /** Makes the sequence fail at its end. */
    public SequenceAlteration noCycle() {
        return with(new SequenceChange.Cycle(false));
    }

    /** Sets the column that owns the sequence, which is dropped with it. */
    public SequenceAlteration ownedBy(String table, String column) {
        return with(new SequenceChange.Owner(new Sequence.Owner(QualifiedName.parse(table), column)));
    }

    /** Makes the sequence owned by no column. */
    public SequenceAlteration noOwner() {
        return with(new SequenceChange.Owner(null));
    }

    private SequenceAlteration with(SequenceChange change) {
        changes.add(change);
        return this;
    }

    AlterSequence of(QualifiedName name) {
        return new AlterSequence(name, changes, was == null ? null : was.named(name));
    }
}
