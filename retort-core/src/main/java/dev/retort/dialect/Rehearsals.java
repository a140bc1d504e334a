package dev.retort.dialect;

import dev.retort.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Creates copies of a schema to try operations on, for a database whose errors cannot be predicted from an operation alone. */
@FunctionalInterface
public interface Rehearsals {

    /** For a database that needs none. */
    Rehearsals NONE = (connection, operations) -> Optional.empty();

    /**
     * A copy of the schema.
     *
     * @param connection the database
     * @param operations the operations to try; there is no copy if none of them could fail
     * @throws SQLException when the database does not answer
     */
    Optional<Rehearsal> of(Connection connection, Stream<Operation> operations) throws SQLException;
}
