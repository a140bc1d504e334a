package dev.retort.dialect;

import dev.retort.error.LockNotAvailableException;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the catalog, in a fixed number of queries however many tables there are. */
public interface Inspector {

    /**
     * A snapshot of the schemas in scope. What is not known is kept as text; nothing in a catalog is an error.
     *
     * @throws SQLException when the database does not answer
     */
    SchemaSnapshot inspect(Connection connection, InspectionScope scope) throws SQLException;

    /**
     * The same for a connection in auto-commit mode, waiting only so long for a table that another session has locked. The default, for
     * databases whose catalog can always be read, waits for nobody.
     *
     * @throws LockNotAvailableException when it has waited that long
     * @throws SQLException when the database does not answer
     */
    default SchemaSnapshot inspect(Connection connection, InspectionScope scope, Duration timeout) throws SQLException {
        return inspect(connection, scope);
    }

    /**
     * The connection's own schema, in which a table without schema is created. The default, for databases without schemas, is none.
     *
     * @throws SQLException when the database does not answer
     */
    default Optional<String> defaultSchema(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /**
     * The schema of a table without schema: where it is found, else where it would be created. The default is the connection's own.
     *
     * @throws SQLException when the database does not answer
     */
    default Optional<String> schemaOf(Connection connection, String table) throws SQLException {
        return defaultSchema(connection);
    }

    /**
     * Changes of columns with everything that a statement needs which restates a column, in the same order. The default, for databases that
     * need no more, are the changes unchanged.
     *
     * @throws SQLException when the database does not answer
     */
    default List<AlterColumn> restated(Connection connection, List<AlterColumn> changes) throws SQLException {
        return changes;
    }

    /**
     * Objects that operations need and the database does not have. The default is none.
     *
     * @throws SQLException when the database does not answer
     */
    default NeededObjects missing(Connection connection, NeededObjects needed) throws SQLException {
        return NeededObjects.NONE;
    }

    /**
     * Enum types whose labels differ from what operations need, with what to do by hand, one clause each. The default is none.
     *
     * @throws SQLException when the database does not answer
     */
    default List<String> differentLabels(Connection connection, NeededObjects needed) throws SQLException {
        return List.of();
    }

    /**
     * The named types of the schemas in scope that nothing uses after operations have run. The default is none.
     *
     * @throws SQLException when the database does not answer
     */
    default List<QualifiedName> unusedTypes(Connection connection, InspectionScope scope, List<Operation> operations)
            throws SQLException {
        return List.of();
    }

    /**
     * A table with its name in the catalog and everything that a statement needs which restates a part of it; empty if no statement would
     * find it by the given name.
     *
     * @throws SQLException when the database does not answer
     */
    default Optional<Table> table(Connection connection, QualifiedName name) throws SQLException {
        return inspect(connection, InspectionScope.ofTable(name)).tables().stream()
                .findFirst();
    }
}
