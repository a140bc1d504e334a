package dev.retort.dialect;

import dev.retort.operation.DigestedRows;
import dev.retort.operation.InsertRows;
import dev.retort.operation.RowReader;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file that was checked before; fails, at the latest at their end, if the file is not the same. */
public final class UnchangedRows implements RowReader {

    private final InsertRows operation;
    private final DigestedRows rows;

    private UnchangedRows(InsertRows operation, DigestedRows rows) {
        this.operation = operation;
        this.rows = rows;
    }

    /**
     * Opens the file of an operation.
     *
     * @throws IOException in a sentence, if it cannot be read any more
     */
    public static UnchangedRows open(InsertRows operation) throws IOException {
        try {
            return new UnchangedRows(operation, DigestedRows.open(operation.file(), operation.content()));
        } catch (IOException e) {
            throw changed(operation, e);
        }
    }

    @Override
    public List<String> columns() {
        return operation.columns();
    }

    @Override
    public @Nullable List<@Nullable Object> next() throws IOException {
        List<@Nullable Object> row;
        try {
            if (rows.count() == 0 && !rows.columns().equals(operation.columns())) {
                throw changed(operation, null);
            }
            row = rows.next();
        } catch (IOException e) {
            throw changed(operation, e);
        }
        if (row == null && !rows.digest().equals(operation.digest())) {
            throw changed(operation, null);
        }
        return row;
    }

    private static IOException changed(InsertRows operation, @Nullable IOException cause) {
        return new IOException(
                "The file " + operation.file().path() + " has changed since it was checked, before the first step.",
                cause);
    }

    @Override
    public long line() {
        return rows.line();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
