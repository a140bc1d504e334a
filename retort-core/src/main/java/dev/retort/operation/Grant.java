package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Grants privileges on an object.
 *
 * @param privileges the privileges and the object
 * @param grantees the roles or users; {@code public} is everybody
 */
public record Grant(Privileges privileges, List<String> grantees) implements Operation {

    public Grant {
        grantees = Privileges.requireGrantees(grantees);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.grant(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new Revoke(privileges, grantees));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(privileges.on().name());
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.Changed(privileges.on()));
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public String describe() {
        return "grant " + privileges.describe() + " to " + String.join(", ", grantees);
    }
}
