package dev.retort.dialect;

import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Asks a database for what statements need to know. */
public interface StatementsAsked {

    /**
     * The statements.
     *
     * @throws SQLException saying why they cannot run
     */
    List<SqlStatement> of(Connection connection) throws SQLException;

    /** The queries that have to find nothing in a schema that is known, else nothing is sent; for people to read. The default is none. */
    default List<SqlStatement> checks(SchemaSnapshot schema) {
        return List.of();
    }

    /** The statements for a schema that is known, for people to read. The default is those of a script. */
    default Optional<List<SqlStatement>> forKnown(SchemaSnapshot schema) {
        return offline().ifWritten();
    }

    /** What a script without a database has instead. */
    Offline offline();

    /** Whether the statements can be asked for and run again, whether or not they took effect. The default is no. */
    default boolean isRepeatable() {
        return false;
    }

    /** Whether nothing is left of the statements after a failure. The default is yes. */
    default boolean isAtomic() {
        return true;
    }
}
