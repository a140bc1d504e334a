package dev.retort.migration;

import dev.retort.operation.AlterSequence;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import org.jspecify.annotations.Nullable;

/** What changes in a sequence: {@code s -> s.from(1, 1).incrementBy(50)}. */
public final class SequenceAlteration {

    private record Numbers(long start, long increment) {}

    private @Nullable Long start;
    private @Nullable Long increment;
    private @Nullable Numbers was;

    SequenceAlteration() {}

    /** Says how the sequence was, so that there is a way back. */
    public SequenceAlteration from(long oldStart, long oldIncrement) {
        was = new Numbers(oldStart, oldIncrement);
        return this;
    }

    /** The number that a restart begins with. The sequence itself goes on from where it is. */
    public SequenceAlteration startWith(long number) {
        start = number;
        return this;
    }

    /** The distance between numbers. */
    public SequenceAlteration incrementBy(long distance) {
        increment = distance;
        return this;
    }

    AlterSequence of(QualifiedName name) {
        return new AlterSequence(
                name, start, increment, was == null ? null : Sequence.of(name, was.start(), was.increment()));
    }
}
