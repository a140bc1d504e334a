package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes how a sequence counts, and never sets it back: the next number lies beyond all that it has given, be they single numbers or
 * blocks of the old or the new increment. Some numbers may be left out.
 *
 * @param name the sequence
 * @param start the number that a restart begins with; null to leave it
 * @param increment the distance between numbers; null to leave it
 * @param was the sequence as it was; null when that is not known, and then there is no way back
 */
public record AlterSequence(
        QualifiedName name,
        @Nullable Long start,
        @Nullable Long increment,
        @Nullable Sequence was) implements Operation {

    public AlterSequence {
        if (start == null && increment == null) {
            throw new IllegalArgumentException("Nothing is said that would change sequence " + name + ".");
        }
    }

    /** The change from one sequence to another of the same name. */
    public static AlterSequence between(Sequence was, Sequence wish) {
        return new AlterSequence(
                was.name(),
                was.start() == wish.start() ? null : wish.start(),
                was.increment() == wish.increment() ? null : wish.increment(),
                was);
    }

    /** Whether the distance between numbers is greater than before, as far as that is known. */
    public boolean mayWidenSteps() {
        return increment != null && (was == null || Math.abs(increment) > Math.abs(was.increment()));
    }

    /** Whether the distance between numbers is smaller than before, as far as that is known. */
    public boolean mayNarrowSteps() {
        return increment != null && (was == null || Math.abs(increment) < Math.abs(was.increment()));
    }

    /** A sequence as this change leaves it. */
    public Sequence appliedTo(Sequence before) {
        return before.options(before.options()
                .counting(start == null ? before.start() : start, increment == null ? before.increment() : increment));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.alterSequence(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(was)
                .map(before -> new AlterSequence(
                        name,
                        start == null ? null : before.start(),
                        increment == null ? null : before.increment(),
                        appliedTo(before)));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(name);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.NONE;
    }

    @Override
    public String describe() {
        String what = increment == null ? "start" : start == null ? "increment" : "start, increment";
        return "alter sequence " + name + " (" + what + ")";
    }
}
