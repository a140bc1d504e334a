package dev.retort.operation;

import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Changes a domain.
 *
 * @param name the domain
 * @param changes what changes, in order; at least one
 */
public record AlterDomain(QualifiedName name, List<DomainChange> changes) implements Operation {

    public AlterDomain {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("Nothing of domain " + name + " changes.");
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.alterDomain(this);
    }

    @Override
    public Optional<Operation> reverse() {
        List<DomainChange> back = new ArrayList<>();
        for (DomainChange change : changes) {
            Optional<DomainChange> reversed = change.reverse();
            if (reversed.isEmpty()) {
                return Optional.empty();
            }
            back.add(0, reversed.get());
        }
        return Optional.of(new AlterDomain(name, back));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(name);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.Changed(ObjectReference.of(SchemaObject.Kind.DOMAIN, name)));
    }

    @Override
    public String describe() {
        return "alter domain " + name + " ("
                + changes.stream().map(DomainChange::describe).collect(Collectors.joining(", ")) + ")";
    }
}
