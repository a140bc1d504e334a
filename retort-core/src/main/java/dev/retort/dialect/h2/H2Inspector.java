package dev.retort.dialect.h2;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the base tables and the sequences of H2, neither views nor temporary tables. The type of a generated column is carried with the
 * clause that generates it, a domain as its name.
 */
final class H2Inspector implements Inspector {

    private final DatabaseVersion version;
    private final H2Identifiers names;
    private final SqlTypes types;

    H2Inspector(DatabaseVersion version, H2Identifiers names, SqlTypes types) {
        this.version = version;
        this.names = names;
        this.types = types;
    }

    @Override
    public Optional<String> defaultSchema(Connection connection) throws SQLException {
        return Optional.of(names.fromCatalog(connection.getSchema()));
    }

    @Override
    public SchemaSnapshot inspect(Connection connection, InspectionScope scope) throws SQLException {
        Map<String, @Nullable String> schemas = new LinkedHashMap<>();
        if (scope.schemas().isEmpty()) {
            CatalogQuery.of("SELECT CURRENT_SCHEMA").forEach(connection, row -> schemas.put(row.getString(1), null));
        }
        scope.schemas().forEach(schema -> schemas.put(names.toCatalog(schema), schema));
        H2Names naming = new H2Names(names, schemas);
        List<Table> tables = new ArrayList<>(new H2Catalog(version, naming, types, connection).tables());
        QualifiedName only = scope.table();
        if (only == null) {
            return new SchemaSnapshot(tables, H2Catalog.sequences(connection, naming));
        }
        tables.removeIf(table -> !names.key(table.name().name()).equals(names.key(only.name())));
        return new SchemaSnapshot(tables, List.of());
    }
}
