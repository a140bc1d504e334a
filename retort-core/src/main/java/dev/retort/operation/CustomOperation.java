package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * An operation of the user's own, recorded with {@code op.invoke(…)}: statements for each database that it supports, and what takes them
 * back. Best a record, so that two which say the same are equal.
 */
public non-sealed interface CustomOperation extends Operation {

    /**
     * The statements, in order, each one sent untouched. They are asked for before anything runs, and must be the same ones every time:
     * a step that stopped half-way goes on with those that are left.
     *
     * @return none for a database that is not supported
     * @throws RuntimeException saying why the database is not supported
     */
    List<String> statements(DialectName dialect);

    /** Whether the statements refuse to run inside a transaction. The standard answer is no. */
    default boolean outsideTransaction() {
        return false;
    }

    /**
     * The Java expression that makes this operation, for revision files that are generated, with the full names of its classes.
     *
     * @throws IllegalArgumentException the standard answer: there is none
     */
    default String source() {
        throw new IllegalArgumentException("There is no Java source for '" + describe() + "': "
                + getClass().getName() + " has no method source() that returns it.");
    }

    /** The standard answer is none. */
    @Override
    default Optional<Operation> reverse() {
        return Optional.empty();
    }

    /** The standard answer is that it is not known. */
    @Override
    default Optional<QualifiedName> subject() {
        return Optional.empty();
    }

    /** The standard answer is that it is not known. */
    @Override
    default SchemaChange change() {
        return SchemaChange.UNKNOWN;
    }

    @Override
    default <R> R accept(OperationVisitor<R> visitor) {
        return visitor.custom(this);
    }
}
