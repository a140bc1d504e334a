package dev.retort.dialect;

import dev.retort.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to inspect in a database.
 *
 * @param schemas the schemas; empty for the connection's own, whose objects then have names without schema
 * @param table the only table to inspect, by any name by which a statement finds it; null for all
 */
public record InspectionScope(
        List<String> schemas, @Nullable QualifiedName table) {

    /** The connection's own schema. */
    public static final InspectionScope DEFAULT_SCHEMA = new InspectionScope(List.of(), null);

    public InspectionScope {
        schemas = List.copyOf(schemas);
    }

    /** One table. */
    public static InspectionScope ofTable(QualifiedName table) {
        return new InspectionScope(table.schema() == null ? List.of() : List.of(table.schema()), table);
    }
}
