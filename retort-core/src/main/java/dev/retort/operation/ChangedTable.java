package dev.retort.operation;

import dev.retort.operation.TableBatch.ColumnMove;
import dev.retort.schema.Column;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table that is known, after changes. */
final class ChangedTable {

    private ChangedTable() {}

    /**
     * The table after some operations and then some moves; empty if they rename a column, whose name may be in expressions, move one that it
     * does not have, or drop a constraint or an index that is not found.
     */
    static Optional<Table> after(Table before, List<Operation> operations, List<ColumnMove> moves) {
        return after(before, operations).flatMap(after -> moved(after, moves));
    }

    private static Optional<Table> moved(Table table, List<ColumnMove> moves) {
        List<Column> columns = new ArrayList<>(table.columns());
        for (ColumnMove move : moves) {
            Column column = table.column(move.column()).orElse(null);
            Column other = table.column(move.other()).orElse(null);
            if (column == null || other == null) {
                return Optional.empty();
            }
            if (!column.equals(other)) {
                columns.removeIf(column::equals);
                columns.add(columns.indexOf(other) + (move.before() ? 0 : 1), column);
            }
        }
        return Optional.of(table.columns(columns));
    }

    private static Optional<Table> after(Table before, List<Operation> operations) {
        List<TableElement> elements = new ArrayList<>(before.elements());
        for (SchemaChange.Part part : SchemaChange.of(operations).parts()) {
            if (part instanceof SchemaChange.Added added) {
                elements.add(added.element());
            } else if (part instanceof SchemaChange.DroppedColumn dropped) {
                elements.removeIf(element -> isColumn(element, dropped.name()));
            } else if (part instanceof SchemaChange.DroppedElement dropped) {
                if (!elements.removeIf(element -> isDropped(element, dropped))) {
                    return Optional.empty();
                }
            } else if (part instanceof SchemaChange.AlteredColumn altered && !altered.isRenamed()) {
                elements.replaceAll(
                        element -> isColumn(element, altered.from()) ? altered.appliedTo((Column) element) : element);
            } else if (!(part instanceof SchemaChange.Touched)) {
                return Optional.empty();
            }
        }
        return Optional.of(Table.of(before.name(), elements)
                .comment(before.comment())
                .partitioning(before.partitioning())
                .inherits(before.inherits())
                .options(before.options()));
    }

    private static boolean isColumn(TableElement element, String name) {
        return element instanceof Column column && column.name().equals(name);
    }

    private static boolean isDropped(TableElement element, SchemaChange.DroppedElement dropped) {
        if (dropped.was() instanceof PrimaryKey) {
            return element instanceof PrimaryKey;
        }
        String name = dropped.name();
        return name == null
                ? element.equals(dropped.was())
                : !(element instanceof Column) && name.equals(element.name());
    }
}
