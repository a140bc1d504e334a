package dev.retort.dialect;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads what a database holds, in a fixed number of queries however many tables there are. */
public interface Inspector {

    /**
     * The picture of the schemas in scope. What is not known is carried as text; nothing in a catalog is an error.
     *
     * @throws SQLException when the database does not answer
     */
    SchemaSnapshot inspect(Connection connection, InspectionScope scope) throws SQLException;

    /**
     * The connection's own schema, in which a table without schema is made. The standard answer, for databases without schemas, is none.
     *
     * @throws SQLException when the database does not answer
     */
    default Optional<String> defaultSchema(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /**
     * The schema that a table without schema is in: where it is found, else where it would be made. The standard answer is the default
     * schema.
     *
     * @throws SQLException when the database does not answer
     */
    default Optional<String> schemaOf(Connection connection, String table) throws SQLException {
        return defaultSchema(connection);
    }

    /**
     * Changes of columns with all that a statement must say which restates a column, in the same order. The standard answer, for databases
     * that change a column bit by bit, is the changes as they are.
     *
     * @throws SQLException when the database does not answer
     */
    default List<AlterColumn> restated(Connection connection, List<AlterColumn> changes) throws SQLException {
        return changes;
    }

    /**
     * What the database does not have of what operations need. The standard answer is nothing.
     *
     * @throws SQLException when the database does not answer
     */
    default NeededObjects missing(Connection connection, NeededObjects needed) throws SQLException {
        return NeededObjects.NONE;
    }

    /**
     * Types that are there and have other words than operations need, with what to do by hand, a clause each. The standard answer is none.
     *
     * @throws SQLException when the database does not answer
     */
    default List<String> otherWords(Connection connection, NeededObjects needed) throws SQLException {
        return List.of();
    }

    /**
     * The named types of the schemas in scope that nothing uses once operations have run. The standard answer is none.
     *
     * @throws SQLException when the database does not answer
     */
    default List<QualifiedName> unusedTypes(Connection connection, InspectionScope scope, List<Operation> operations)
            throws SQLException {
        return List.of();
    }

    /**
     * One table as the catalog has it now and under the name that it has there, with all that a statement has to say which restates a
     * part of it; empty when no statement would find it by the name.
     *
     * @throws SQLException when the database does not answer
     */
    default Optional<Table> table(Connection connection, QualifiedName name) throws SQLException {
        return inspect(connection, InspectionScope.ofTable(name)).tables().stream()
                .findFirst();
    }
}
