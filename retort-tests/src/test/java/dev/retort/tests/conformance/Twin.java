package dev.retort.tests.conformance;

import dev.retort.schema.SchemaSnapshot;
import dev.retort.tests.catalog.RawCatalog;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a database would be that was made with the statements of the schema to reach.
 *
 * @param desired its schema, as a model describes it
 * @param schemas the names of its schemas; empty where there are none
 * @param catalog what its catalog says
 */
record Twin(SchemaSnapshot desired, List<String> schemas, RawCatalog catalog) {

    /**
     * Makes the twin of a pair, and takes it away.
     *
     * @param empty a connection to an empty database, which is empty again afterwards
     */
    static Twin of(SchemaPair pair, Connection empty) throws SQLException {
        if (pair.kind() == DatabaseUnderTest.POSTGRESQL) {
            // To undo everything takes a tenth of the time of another database.
            empty.setAutoCommit(false);
            Twin twin = made(pair, empty);
            empty.rollback();
            empty.setAutoCommit(true);
            return twin;
        }
        try (TestDatabase other = pair.kind().fresh();
                Connection connection = other.open()) {
            return made(pair, connection);
        }
    }

    private static Twin made(SchemaPair pair, Connection connection) throws SQLException {
        pair.build(connection, pair.after());
        List<String> schemas = pair.kind() == DatabaseUnderTest.POSTGRESQL ? schemas(connection) : List.of();
        return new Twin(TwinModel.inspect(connection, schemas), schemas, RawCatalog.read(pair.kind(), connection));
    }

    private static List<String> schemas(Connection connection) throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT nspname FROM pg_namespace"
                        + " WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'")) {
            while (row.next()) {
                schemas.add(row.getString(1));
            }
        }
        return schemas;
    }
}
