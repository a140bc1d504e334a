package dev.retort.dialect;

import dev.retort.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Copies of a schema to try operations on, for a database whose refusals cannot be told from an operation alone. */
@FunctionalInterface
public interface Rehearsals {

    /** Of a database that needs none. */
    Rehearsals NONE = (connection, operations) -> Optional.empty();

    /**
     * A copy of the schema.
     *
     * @param connection the database
     * @param operations what is to be tried; there is no copy where none of them could be refused
     * @throws SQLException when the database does not answer
     */
    Optional<Rehearsal> of(Connection connection, Stream<Operation> operations) throws SQLException;
}
