package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes a sequence in one or more ways at once, and never sets it back: the next number lies beyond all that it has given, be they
 * single numbers or blocks of the old or the new increment. Some numbers may be left out.
 *
 * @param name the sequence
 * @param changes what changes, at most one of each kind
 * @param was the sequence as it was; null when that is not known, and then there is no way back
 */
public record AlterSequence(
        QualifiedName name,
        List<SequenceChange> changes,
        @Nullable Sequence was) implements Operation {

    public AlterSequence {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("There is no change for sequence " + name + ".");
        }
        if (changes.stream().map(Object::getClass).distinct().count() < changes.size()) {
            throw new IllegalArgumentException("Sequence " + name + " is changed twice in the same way.");
        }
    }

    /** The change from one sequence to another of the same name. */
    public static AlterSequence between(Sequence was, Sequence desired) {
        return new AlterSequence(was.name(), SequenceChange.between(was, desired), was);
    }

    /** What changes in one way; empty when that stays. */
    public <C extends SequenceChange> Optional<C> change(Class<C> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Whether the distance between numbers is greater than before, as far as that is known. */
    public boolean mayWidenSteps() {
        return change(SequenceChange.Increment.class)
                .filter(change -> was == null || Math.abs(change.to()) > Math.abs(was.increment()))
                .isPresent();
    }

    /** Whether the distance between numbers is smaller than before, as far as that is known. */
    public boolean mayNarrowSteps() {
        return change(SequenceChange.Increment.class)
                .filter(change -> was == null || Math.abs(change.to()) < Math.abs(was.increment()))
                .isPresent();
    }

    /** A sequence as this change leaves it. */
    public Sequence appliedTo(Sequence before) {
        Sequence after = before;
        for (SequenceChange change : changes) {
            after = change.appliedTo(after);
        }
        return after;
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
                        changes.stream().map(change -> change.backTo(before)).toList(),
                        appliedTo(before)));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(name);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.AlteredSequence(name, changes));
    }

    @Override
    public String describe() {
        return "alter sequence " + name + " ("
                + changes.stream().map(SequenceChange::describe).collect(Collectors.joining(", ")) + ")";
    }
}
