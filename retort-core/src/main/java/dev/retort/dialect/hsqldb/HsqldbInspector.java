package dev.retort.dialect.hsqldb;

import dev.retort.dialect.CatalogNames;
import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.NeededObjects;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.EnumType;
import dev.retort.schema.NativeType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the base tables and the sequences of HSQLDB, neither views nor temporary or system-versioned tables. A domain and a distinct type
 * are carried as their names.
 */
final class HsqldbInspector implements Inspector {

    /** "Type not found or user lacks privilege". */
    private static final int TYPE_NOT_FOUND = -5509;

    private final HsqldbIdentifiers names;
    private final SqlTypes types;

    HsqldbInspector(HsqldbIdentifiers names, SqlTypes types) {
        this.names = names;
        this.types = types;
    }

    @Override
    public Optional<String> defaultSchema(Connection connection) throws SQLException {
        return Optional.of(names.fromCatalog(connection.getSchema()));
    }

    @Override
    public NeededObjects missing(Connection connection, NeededObjects needed) throws SQLException {
        Set<String> schemas = new HashSet<>();
        CatalogQuery.of("SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA")
                .forEach(connection, row -> schemas.add(names.fromCatalog(row.getString(1))));
        Set<SqlType> missing = new HashSet<>();
        for (SqlType type : needed.types()) {
            boolean named = type instanceof NativeType || (type instanceof EnumType list && list.name() != null);
            if (named && !has(connection, type)) {
                missing.add(type);
            }
        }
        return new NeededObjects(
                needed.schemas().stream()
                        .filter(schema -> !schemas.contains(schema))
                        .collect(Collectors.toSet()),
                missing);
    }

    private boolean has(Connection connection, SqlType type) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("VALUES (CAST(NULL AS " + types.render(type) + "))");
            return true;
        } catch (SQLException refused) {
            if (HsqldbFailures.INSTANCE.isNoAnswer(refused)) {
                throw refused;
            }
            return refused.getErrorCode() != TYPE_NOT_FOUND;
        }
    }

    @Override
    public SchemaSnapshot inspect(Connection connection, InspectionScope scope) throws SQLException {
        Map<String, @Nullable String> schemas = new LinkedHashMap<>();
        if (scope.schemas().isEmpty()) {
            schemas.put(connection.getSchema(), null);
        }
        scope.schemas().forEach(schema -> schemas.put(names.toCatalog(schema), schema));
        HsqldbCatalog catalog = new HsqldbCatalog(new CatalogNames(names, schemas), types, connection);
        SchemaSnapshot tables = SchemaSnapshot.of(catalog.tables());
        QualifiedName only = scope.table();
        return only == null
                ? tables.and(catalog.sequences())
                : tables.filter(table -> names.toCatalog(table.name().name()).equals(names.toCatalog(only.name())));
    }
}
