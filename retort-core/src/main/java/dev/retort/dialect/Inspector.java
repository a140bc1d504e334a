package dev.retort.dialect;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Reads what a database holds, in a fixed number of queries however many tables there are. */
public interface Inspector {

    /**
     * The picture of the schemas in scope. What is not known is carried as text; nothing in a catalog is an error.
     *
     * @throws SQLException when the database does not answer
     */
    SchemaSnapshot inspect(Connection connection, InspectionScope scope) throws SQLException;

    /** One column as the catalog has it now. */
    default Optional<Column> column(Connection connection, QualifiedName table, String column) throws SQLException {
        return inspect(connection, InspectionScope.ofTable(table)).table(table).flatMap(found -> found.column(column));
    }
}
