package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A user-defined operation, recorded with {@code op.invoke(…)}: statements for each database that it supports, and their reverse. Best a
 * record, so that equal operations are equal.
 */
public non-sealed interface CustomOperation extends Operation {

    /**
     * The statements, in order; each is sent as it is. They are compiled before anything runs, and must be the same at each call: a
     * half-done step continues with the remaining ones.
     *
     * @return none for a database that is not supported
     * @throws RuntimeException saying why the database is not supported
     */
    List<String> statements(DialectName dialect);

    /** Whether the statements cannot run inside a transaction. The default is false. */
    default boolean outsideTransaction() {
        return false;
    }

    /**
     * The Java expression that creates this operation, for generated revision files, with fully qualified class names.
     *
     * @throws IllegalArgumentException by default: there is none
     */
    default String source() {
        throw new IllegalArgumentException("There is no Java source for '" + describe() + "': "
                + getClass().getName() + " has no method source() that returns it.");
    }

    /** The default is none. */
    @Override
    default Optional<Operation> reverse() {
        return Optional.empty();
    }

    /** The default is that it is not known. */
    @Override
    default Optional<QualifiedName> subject() {
        return Optional.empty();
    }

    /** The default is that it is not known. */
    @Override
    default SchemaChange change() {
        return SchemaChange.UNKNOWN;
    }

    @Override
    default <R> R accept(OperationVisitor<R> visitor) {
        return visitor.custom(this);
    }
}
