package dev.retort.dialect;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.ArrayType;
import dev.retort.schema.Column;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return new NeededObjects(
                operations.stream()
                        .filter(operation -> operation instanceof CreateTable || operation instanceof CreateSequence)
                        .flatMap(operation -> operation.subject().stream())
                        .map(name -> name.schema())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                operations.stream()
                        .flatMap(NeededObjects::types)
                        .map(NeededObjects::element)
                        .collect(Collectors.toSet()));
    }

    /** The types that columns have after an operation and had not before. */
    private static Stream<SqlType> types(Operation operation) {
        return columns(operation).map(Column::type);
    }

    /** The columns that an operation makes, and one of each type that it gives to a column. */
    static Stream<Column> columns(Operation operation) {
        if (operation instanceof CreateTable create) {
            return create.table().columns().stream();
        }
        if (operation instanceof AddColumn add) {
            return Stream.of(add.column());
        }
        return operation instanceof AlterColumn alter
                ? alter.changes().stream()
                        .filter(ColumnChange.Type.class::isInstance)
                        .map(change -> Column.of(alter.column(), ((ColumnChange.Type) change).to()))
                : Stream.of();
    }

    /** The type of an array's elements; any other type itself. */
    public static SqlType element(SqlType type) {
        return type instanceof ArrayType array ? element(array.element()) : type;
    }
}
