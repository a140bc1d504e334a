package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Alters a sequence in one or more ways, and never sets it back: the next number is beyond all that it has returned, whether as single
 * numbers or as blocks of the old or the new increment. Some numbers may be skipped.
 *
 * @param name the sequence
 * @param changes the changes, at most one of each kind
 * @param was the sequence before; null if it is not known, so that the operation cannot be reversed
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

    /** The change between two definitions of a sequence with the same name. */
    public static AlterSequence between(Sequence was, Sequence desired) {
        return new AlterSequence(was.name(), SequenceChange.between(was, desired), was);
    }

    /** The change of one kind; empty if there is none. */
    public <C extends SequenceChange> Optional<C> change(Class<C> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Whether the increment may become greater, as far as the operation knows. */
    public boolean mayWidenSteps() {
        return change(SequenceChange.Increment.class)
                .filter(change -> was == null || Math.abs(change.to()) > Math.abs(was.increment()))
                .isPresent();
    }

    /** Whether the increment may become smaller, as far as the operation knows. */
    public boolean mayNarrowSteps() {
        return change(SequenceChange.Increment.class)
                .filter(change -> was == null || Math.abs(change.to()) < Math.abs(was.increment()))
                .isPresent();
    }

    /** The sequence after the changes. */
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
