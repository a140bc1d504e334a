package dev.retort.dialect.h2;

import dev.retort.dialect.CatalogNames;
import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.NeededObjects;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.NativeType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the base tables and the sequences of H2, neither views nor temporary tables. The type of a generated column is carried with the
 * clause that generates it, a domain as its name.
 */
final class H2Inspector implements Inspector {

    /** https://h2database.com/javadoc/org/h2/api/ErrorCode.html */
    private static final int DOMAIN_NOT_FOUND = 90120;

    private static final int UNKNOWN_TYPE = 50004;

    private static final Set<String> IDENTITY_TYPES =
            Set.of("serial", "serial4", "serial8", "bigserial", "smallserial", "identity");

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

    /** Finds missing schemas and domains: H2 has no other user-defined types. */
    @Override
    public NeededObjects missing(Connection connection, NeededObjects needed) throws SQLException {
        Set<String> schemas = new HashSet<>();
        CatalogQuery.of("SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA")
                .forEach(connection, row -> schemas.add(names.fromCatalog(row.getString(1))));
        Set<SqlType> types = new HashSet<>();
        for (SqlType type : needed.types()) {
            if (type instanceof NativeType own && !isIdentity(own) && !has(connection, type)) {
                types.add(type);
            }
        }
        return new NeededObjects(
                needed.schemas().stream()
                        .filter(schema -> !schemas.contains(schema))
                        .collect(Collectors.toSet()),
                types);
    }

    /** Words that are a type in a column's definition and not in an expression: https://h2database.com/html/datatypes.html */
    private static boolean isIdentity(NativeType type) {
        return IDENTITY_TYPES.contains(type.text().strip().toLowerCase(Locale.ROOT));
    }

    private boolean has(Connection connection, SqlType type) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT CAST(NULL AS " + types.render(type) + ")");
            return true;
        } catch (SQLException refused) {
            if (H2Failures.INSTANCE.isNoAnswer(refused)) {
                throw refused;
            }
            return refused.getErrorCode() != DOMAIN_NOT_FOUND && refused.getErrorCode() != UNKNOWN_TYPE;
        }
    }

    @Override
    public SchemaSnapshot inspect(Connection connection, InspectionScope scope) throws SQLException {
        Map<String, @Nullable String> schemas = new LinkedHashMap<>();
        if (scope.schemas().isEmpty()) {
            CatalogQuery.of("SELECT CURRENT_SCHEMA").forEach(connection, row -> schemas.put(row.getString(1), null));
        }
        scope.schemas().forEach(schema -> schemas.put(names.toCatalog(schema), schema));
        CatalogNames naming = new CatalogNames(names, schemas);
        H2Catalog catalog = new H2Catalog(version, naming, types, connection);
        SchemaSnapshot tables = SchemaSnapshot.of(catalog.tables());
        QualifiedName only = scope.table();
        return only == null
                ? tables.and(catalog.sequences())
                : tables.filter(table -> names.key(table.name().name()).equals(names.key(only.name())));
    }
}
