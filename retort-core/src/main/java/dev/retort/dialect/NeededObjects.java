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
 * What operations take for granted: no operation makes it.
 *
 * @param schemas the schemas that something is made in, sorted
 * @param types the types that columns come to have, those of an array's elements in its place
 */
public record NeededObjects(Set<String> schemas, Set<SqlType> types) {

    public NeededObjects {
        schemas = new TreeSet<>(schemas);
        types = Set.copyOf(types);
    }

    /** Nothing. */
    public static final NeededObjects NONE = new NeededObjects(Set.of(), Set.of());

    /** What some operations take for granted. */
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

    /** The type of an array's elements; any other type itself. */
    public static SqlType element(SqlType type) {
        return type instanceof ArrayType array ? element(array.element()) : type;
    }
}
