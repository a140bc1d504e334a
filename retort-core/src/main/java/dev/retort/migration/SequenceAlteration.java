package dev.retort.migration;

import dev.retort.operation.AlterSequence;
import dev.retort.operation.SequenceChange;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes in a sequence: {@code s -> s.from(1, 1).incrementBy(50)}. Each method returns the alteration itself. */
public final class SequenceAlteration {

    private final List<SequenceChange> changes = new ArrayList<>();
    private @Nullable Sequence was;

    SequenceAlteration() {}

    /** Says how the sequence was, of which nothing else was said, so that there is a way back. */
    public SequenceAlteration from(long oldStart, long oldIncrement) {
        return from(Sequence.of(QualifiedName.of("sequence"), oldStart, oldIncrement));
    }

    /** Says how the sequence was, so that there is a way back. The name does not count. */
    public SequenceAlteration from(Sequence sequence) {
        was = sequence;
        return this;
    }

    /** The type of its numbers. */
    public SequenceAlteration type(SqlType type) {
        return with(new SequenceChange.Type(type));
    }

    /** The number that a restart begins with. The sequence itself goes on from where it is. */
    public SequenceAlteration startWith(long number) {
        return with(new SequenceChange.Start(number));
    }

    /** The distance between numbers. */
    public SequenceAlteration incrementBy(long distance) {
        return with(new SequenceChange.Increment(distance));
    }

    /** The least number. */
    public SequenceAlteration min(long least) {
        return with(new SequenceChange.Min(least));
    }

    /** The usual least number. */
    public SequenceAlteration noMin() {
        return with(new SequenceChange.Min(null));
    }

    /** The greatest number. */
    public SequenceAlteration max(long greatest) {
        return with(new SequenceChange.Max(greatest));
    }

    /** The usual greatest number. */
    public SequenceAlteration noMax() {
        return with(new SequenceChange.Max(null));
    }

    /** How many numbers a session takes at once. */
    public SequenceAlteration cache(long numbers) {
        return with(new SequenceChange.Cache(numbers));
    }

    /** The usual amount of numbers that a session takes at once. */
    public SequenceAlteration usualCache() {
        return with(new SequenceChange.Cache(null));
    }

    /** It begins anew at its end. */
    public SequenceAlteration cycle() {
        return with(new SequenceChange.Cycle(true));
    }

    /** It ends at its end. */
    public SequenceAlteration noCycle() {
        return with(new SequenceChange.Cycle(false));
    }

    /** The column that it belongs to and goes with. */
    public SequenceAlteration ownedBy(String table, String column) {
        return with(new SequenceChange.Owner(new Sequence.Owner(QualifiedName.parse(table), column)));
    }

    /** It belongs to no column. */
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
