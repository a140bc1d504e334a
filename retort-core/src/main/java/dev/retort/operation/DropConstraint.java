package dev.retort.operation;

import dev.retort.schema.Constraint;
import dev.retort.schema.NameLimit;
import dev.retort.schema.NamingConvention;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drops a constraint.
 *
 * @param table the table
 * @param name the constraint's name; null if it has none, or for a primary key whose name is not known
 * @param was the constraint before; null if it is not known, so that the operation cannot be reversed
 * @param naming makes the name, where the database has the constraint without one
 */
public record DropConstraint(
        QualifiedName table,
        @Nullable String name,
        @Nullable Constraint was,
        NamingConvention naming) implements Operation {

    public DropConstraint {
        if (name == null && was == null) {
            throw new IllegalArgumentException("A constraint to drop needs its name, or its definition.");
        }
    }

    /** Of a constraint that has its name in the database too. */
    public DropConstraint(QualifiedName table, @Nullable String name, @Nullable Constraint was) {
        this(table, name, was, NamingConvention.NONE);
    }

    /** The same where a convention makes the names of constraints that have none. */
    public DropConstraint naming(NamingConvention convention) {
        return new DropConstraint(table, name, was, convention);
    }

    /** Whether the convention has a name for the constraint if it has none in the database. */
    public boolean mayFindUnnamed() {
        return was == null
                ? !naming.isEmpty()
                : naming.name(table, was.named(null), NameLimit.NONE).isPresent();
    }

    /** Whether it is known only by what it says. */
    public boolean isUnnamed() {
        return name == null && !(was instanceof PrimaryKey);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropConstraint(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(was).map(constraint -> new AddConstraint(table, constraint));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(table);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.DroppedElement(table, name, was));
    }

    @Override
    public String describe() {
        String what = isUnnamed() ? ConstraintWords.inFull(Objects.requireNonNull(was)) : named();
        return "drop " + what + " of " + table;
    }

    private String named() {
        return was != null ? ConstraintWords.of(was) : "constraint " + name;
    }
}
