package dev.retort.dialect;

import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.ArrayType;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Objects that operations need and no operation creates.
 *
 * @param schemas the schemas in which something is created, sorted
 * @param types the types of columns, with the types of array elements in place of arrays
 */
public record NeededObjects(Set<String> schemas, Set<SqlType> types) {

    public NeededObjects {
        schemas = new TreeSet<>(schemas);
        types = Set.copyOf(types);
    }

    /** Nothing. */
    public static final NeededObjects NONE = new NeededObjects(Set.of(), Set.of());

    /** The objects that some operations need. */
    public static NeededObjects of(List<Operation> operations) {
        List<SchemaChange> changes = operations.stream().map(Operation::change).toList();
        return new NeededObjects(
                changes.stream()
                        .flatMap(change -> change.made().stream())
                        .map(object -> object.name().schema())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                changes.stream()
                        .flatMap(change -> change.typedColumns().stream())
                        .map(column -> element(column.type()))
                        .collect(Collectors.toSet()));
    }

    /** The element type of an array; any other type itself. */
    public static SqlType element(SqlType type) {
        return type instanceof ArrayType array ? element(array.element()) : type;
    }
}
