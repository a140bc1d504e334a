package dev.retort.dialect;

import dev.retort.operation.BulkInsert;
import dev.retort.operation.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT of several rows.
 *
 * @param sql the statement, with a placeholder for each value that is no expression
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
        List<@Nullable Object> values = new ArrayList<>();
        String written = rows.stream().map(row -> written(row, values)).collect(Collectors.joining(", "));
        return new RowInsert(InsertInto.values(names, operation.table(), operation.columns()) + " " + written, values);
    }

    /**
     * A row in the statement.
     *
     * @param values gets its values
     */
    private static String written(List<@Nullable Object> row, List<@Nullable Object> values) {
        List<String> parts = new ArrayList<>(row.size());
        for (Object value : row) {
            if (value instanceof SqlExpression expression) {
                parts.add(expression.sql());
            } else {
                parts.add("?");
                values.add(value);
            }
        }
        return "(" + String.join(", ", parts) + ")";
    }
}
