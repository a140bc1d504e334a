package dev.retort.dialect.postgresql;

import dev.retort.dialect.UnchangedRows;
import dev.retort.operation.InsertRows;
import dev.retort.operation.RowReader;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The line of a file whose row a COPY was rejected for. The server names the line of what it was sent, in its own language. */
final class CopiedLine {

    private static final PostgresqlFailures FAILURES = new PostgresqlFailures();

    private CopiedLine() {}

    /** The line of the file, which is read again for this; empty if the server names none. */
    static Optional<Long> of(SQLException failure, InsertRows rows) {
        OptionalInt sent = FAILURES.rejectedRow(failure);
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        try (RowReader reader = UnchangedRows.open(rows)) {
            return ofSent(sent.getAsInt(), reader);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Long> ofSent(long sent, RowReader reader) throws IOException {
        long lines = 0;
        for (List<@Nullable Object> row = reader.next(); row != null; row = reader.next()) {
            // The server counts the breaks within texts, of the kind that ends the first row; before its end, that is
            // CR.
            lines += 1 + count(lines == 0 ? '\r' : '\n', row);
            if (lines >= sent) {
                return Optional.of(reader.line());
            }
        }
        return Optional.empty();
    }

    private static long count(char wanted, List<@Nullable Object> row) {
        return row.stream()
                .filter(String.class::isInstance)
                .mapToLong(text -> ((String) text)
                        .chars()
                        .filter(character -> character == wanted)
                        .count())
                .sum();
    }
}
