package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.operation.InsertRows;
import dev.retort.operation.RowReader;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of a file as INSERT statements, each of several rows. */
record RowsAsInserts(InsertRows operation, Dialect dialect) {

    /** The maximum number of rows in one INSERT. */
    private static final int MOST_ROWS = 100;

    void write(RowReader rows, Consumer<String> statements) throws IOException {
        String into = "INSERT INTO " + dialect.identifiers().write(operation.table()) + " ("
                + dialect.identifiers().writeAll(operation.columns()) + ") VALUES";
        StringBuilder statement = new StringBuilder();
        int count = 0;
        for (List<@Nullable Object> row = rows.next(); row != null; row = rows.next()) {
            statement.append(count == 0 ? into + "\n    " : ",\n    ").append(row(row));
            if (++count == MOST_ROWS) {
                statements.accept(statement.toString());
                statement.setLength(0);
                count = 0;
            }
        }
        if (count > 0) {
            statements.accept(statement.toString());
        }
    }

    private String row(List<@Nullable Object> values) {
        return values.stream().map(dialect.literals()::write).collect(Collectors.joining(", ", "(", ")"));
    }
}
