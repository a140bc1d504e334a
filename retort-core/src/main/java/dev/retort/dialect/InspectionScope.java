package dev.retort.dialect;

import dev.retort.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to look at in a database.
 *
 * @param schemas the schemas; empty for the connection's default schema, whose objects then have names without schema
 * @param table the only table to look at, which is found by every name that finds it in a statement; null for all
 */
public record InspectionScope(
        List<String> schemas, @Nullable QualifiedName table) {

    /** The connection's default schema. */
    public static final InspectionScope DEFAULT_SCHEMA = new InspectionScope(List.of(), null);

    public InspectionScope {
        schemas = List.copyOf(schemas);
    }

    /** One table. */
    public static InspectionScope ofTable(QualifiedName table) {
        return new InspectionScope(table.schema() == null ? List.of() : List.of(table.schema()), table);
    }
}
