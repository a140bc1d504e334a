package dev.retort.dialect;

import dev.retort.operation.BulkInsert;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT of several rows.
 *
 * @param sql the statement, with a placeholder for each value
 * @param values the values of all rows, one row after the other
 */
record RowInsert(String sql, List<@Nullable Object> values) {

    /** The maximum number of rows in one INSERT. */
    private static final int MOST_ROWS = 100;

    static List<RowInsert> of(BulkInsert operation, IdentifierRules names) {
        return operation.portions(MOST_ROWS).stream()
                .map(rows -> of(operation, rows, names))
                .toList();
    }

    private static RowInsert of(BulkInsert operation, List<List<@Nullable Object>> rows, IdentifierRules names) {
        String row =
                "(" + String.join(", ", Collections.nCopies(operation.columns().size(), "?")) + ")";
        String sql = "INSERT INTO " + names.write(operation.table()) + " (" + names.writeAll(operation.columns())
                + ") VALUES " + String.join(", ", Collections.nCopies(rows.size(), row));
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(values::addAll);
        return new RowInsert(sql, values);
    }
}
