package dev.retort.dialect.postgresql;

import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.Inspector;
import dev.retort.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads pg_catalog, one query for each kind of object. */
final class PostgresqlInspector implements Inspector {

    private final PostgresqlTypes types;

    PostgresqlInspector(PostgresqlTypes types) {
        this.types = types;
    }

    @Override
    public SchemaSnapshot inspect(Connection connection, InspectionScope scope) throws SQLException {
        CatalogReading reading = new CatalogReading(types, defaultSchema(connection, scope));
        String table = scope.table() == null ? null : scope.table().name();
        for (PgCatalogQuery query : PgCatalogQuery.values()) {
            try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
                // An empty list stands for the default schema, a null name for all tables.
                statement.setArray(
                        1, connection.createArrayOf("text", scope.schemas().toArray()));
                statement.setString(2, table);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        query.read(row, reading);
                    }
                }
            }
        }
        return reading.snapshot();
    }

    /** The schema whose objects have names without schema; empty when the scope names its schemas. */
    private static String defaultSchema(Connection connection, InspectionScope scope) throws SQLException {
        if (!scope.schemas().isEmpty()) {
            return "";
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT current_schema()");
                ResultSet row = statement.executeQuery()) {
            String schema = row.next() ? row.getString(1) : null;
            return schema == null ? "" : schema;
        }
    }
}
