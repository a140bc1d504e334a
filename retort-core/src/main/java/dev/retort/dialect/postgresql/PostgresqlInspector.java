package dev.retort.dialect.postgresql;

import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.NeededObjects;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads pg_catalog, one query for each kind of object. */
final class PostgresqlInspector implements Inspector {

    private static final String SCHEMA_OF = """
            SELECT coalesce(
                (SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.oid = to_regclass(quote_ident(?))),
                current_schema())
            """;

    private final PostgresqlTypes types;

    PostgresqlInspector(PostgresqlTypes types) {
        this.types = types;
    }

    @Override
    public SchemaSnapshot inspect(Connection connection, InspectionScope scope) throws SQLException {
        // The schema whose objects have names without schema.
        String unnamed = scope.schemas().isEmpty() ? defaultSchema(connection).orElse("") : "";
        CatalogReading reading = new CatalogReading(types, unnamed);
        String table = scope.table() == null
                ? null
                : PostgresqlIdentifiers.cut(scope.table().name());
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

    /** Functions like pg_get_expr wait for whoever has locked a table. */
    @Override
    public SchemaSnapshot inspect(Connection connection, InspectionScope scope, Duration timeout) throws SQLException {
        return new LockTimeout(connection, timeout).during(() -> inspect(connection, scope));
    }

    @Override
    public NeededObjects missing(Connection connection, NeededObjects needed) throws SQLException {
        return types(connection).missing(needed);
    }

    @Override
    public List<String> differentLabels(Connection connection, NeededObjects needed) throws SQLException {
        return types(connection).differentLabels(needed);
    }

    @Override
    public List<QualifiedName> unusedTypes(Connection connection, InspectionScope scope, List<Operation> operations)
            throws SQLException {
        return types(connection).unused(scope, operations);
    }

    private NamedTypes types(Connection connection) throws SQLException {
        return new NamedTypes(connection, defaultSchema(connection).orElse(""));
    }

    @Override
    public Optional<String> defaultSchema(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT current_schema()")) {
            return schema(statement);
        }
    }

    /** The search path may lead through several schemas. */
    @Override
    public Optional<String> schemaOf(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SCHEMA_OF)) {
            statement.setString(1, table);
            return schema(statement);
        }
    }

    private static Optional<String> schema(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }
}
