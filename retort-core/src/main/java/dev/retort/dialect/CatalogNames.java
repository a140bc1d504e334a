package dev.retort.dialect;

import dev.retort.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names in a snapshot of some schemas.
 *
 * @param rules the rules for a single name
 * @param schemas the stored schemas with their names in snapshots; null for the implicit one
 */
public record CatalogNames(IdentifierRules rules, Map<String, @Nullable String> schemas) {

    public String of(ResultSet row, String column) throws SQLException {
        return rules.fromCatalog(row.getString(column));
    }

    public QualifiedName of(ResultSet row, String schemaColumn, String nameColumn) throws SQLException {
        return of(row.getString(schemaColumn), row.getString(nameColumn));
    }

    public QualifiedName of(String storedSchema, String storedName) {
        String schema = schemas.containsKey(storedSchema) ? schemas.get(storedSchema) : rules.fromCatalog(storedSchema);
        return new QualifiedName(schema, rules.fromCatalog(storedName));
    }

    /** The stored schemas. */
    public List<String> stored() {
        return List.copyOf(schemas.keySet());
    }

    /** Placeholders for the schemas in a condition. */
    public String marks() {
        return "(" + String.join(", ", Collections.nCopies(schemas.size(), "?")) + ")";
    }
}
