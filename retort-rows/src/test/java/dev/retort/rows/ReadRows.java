package dev.retort.rows;

import dev.retort.operation.RowFile;
import dev.retort.operation.RowReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a file.
 *
 * @param line the line that was read last
 * @param problem what is wrong with that line; null if the file was read to its end
 */
record ReadRows(
        List<String> columns,
        List<List<@Nullable Object>> rows,
        long line,
        @Nullable String problem) {

    static ReadRows of(RowFile file, byte[] content) throws IOException {
        return of(file, content, RowReader::next);
    }

    /** What was read without the values. */
    static ReadRows skimmed(RowFile file, byte[] content) throws IOException {
        return of(file, content, RowReader::skim);
    }

    /** A way to read a row. */
    private interface Reading {
        @Nullable
        List<@Nullable Object> next(RowReader reader) throws IOException;
    }

    private static ReadRows of(RowFile file, byte[] content, Reading reading) throws IOException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (RowReader reader = file.open(new ByteArrayInputStream(content))) {
            List<String> columns = List.of();
            try {
                columns = reader.columns();
                for (List<@Nullable Object> row = reading.next(reader); row != null; row = reading.next(reader)) {
                    rows.add(row);
                }
                return new ReadRows(columns, rows, reader.line(), null);
            } catch (IOException e) {
                return new ReadRows(columns, rows, reader.line(), e.getMessage());
            }
        }
    }
}
