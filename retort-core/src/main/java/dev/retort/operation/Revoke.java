package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Revokes privileges on an object.
 *
 * @param privileges the privileges, which are revoked together with the right to grant them, and the object
 * @param grantees the roles or users; {@code public} is everybody
 */
public record Revoke(Privileges privileges, List<String> grantees) implements Operation {

    public Revoke {
        grantees = Privileges.requireGrantees(grantees);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.revoke(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new Grant(privileges, grantees));
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
        return "revoke " + privileges.describe() + " from " + String.join(", ", grantees);
    }
}
