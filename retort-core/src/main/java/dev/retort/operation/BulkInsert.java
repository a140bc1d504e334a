package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows.
 *
 * @param table the table
 * @param columns the columns that get a value
 * @param rows the rows, each with a value for each column
 */
public record BulkInsert(QualifiedName table, List<String> columns, List<List<@Nullable Object>> rows)
        implements Operation {

    public BulkInsert {
        columns = List.copyOf(columns);
        List<List<@Nullable Object>> copy = new ArrayList<>(rows.size());
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("A row for " + table + " has " + row.size() + " values for "
                        + columns.size() + " columns: " + row);
            }
            copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copy);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.bulkInsert(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.empty();
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(table);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.NONE;
    }

    @Override
    public String describe() {
        return "insert " + rows.size() + (rows.size() == 1 ? " row" : " rows") + " into " + table;
    }

    /** The rows in batches of limited size. */
    public List<List<List<@Nullable Object>>> portions(int most) {
        List<List<List<@Nullable Object>>> portions = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += most) {
            portions.add(rows.subList(from, Math.min(rows.size(), from + most)));
        }
        return portions;
    }
}
