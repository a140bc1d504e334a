package dev.retort.migration;

import dev.retort.error.FileReason;
import dev.retort.error.ScriptException;
import dev.retort.operation.DigestedRows;
import dev.retort.operation.InsertRows;
import dev.retort.operation.RowFile;
import dev.retort.schema.QualifiedName;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a file of rows to its end before anything runs.
 *
 * @param files the files beside the revision
 * @param table the table that gets them
 */
record RowFileCheck(RevisionFiles files, QualifiedName table, RowFile file) {

    /**
     * The operation that inserts the rows; empty if there are none.
     *
     * @throws ScriptException if the file is missing or broken
     */
    Optional<InsertRows> read() {
        try {
            RowFile.Content content = files.find(file.path());
            try (DigestedRows rows = DigestedRows.open(file, content)) {
                return read(rows, content);
            }
        } catch (IOException e) {
            throw refusal(FileReason.of(e), e);
        }
    }

    private Optional<InsertRows> read(DigestedRows rows, RowFile.Content content) throws IOException {
        List<String> columns;
        try {
            columns = rows.columns();
            requireNames(columns);
            while (rows.skim() != null) {
                // Each row is checked by reading it.
            }
        } catch (IOException e) {
            throw refusal("line " + rows.line() + " cannot be used: " + FileReason.of(e), e);
        }
        return rows.count() == 0
                ? Optional.empty()
                : Optional.of(new InsertRows(table, file, content, columns, rows.count(), rows.digest()));
    }

    private static void requireNames(List<String> columns) throws IOException {
        Set<String> names = new HashSet<>();
        for (String column : columns) {
            if (column.isBlank()) {
                throw new IOException("a column has no name");
            }
            if (!names.add(column)) {
                throw new IOException("the column " + column + " is there twice");
            }
        }
    }

    private ScriptException refusal(String why, IOException cause) {
        return new ScriptException(
                "Revision '" + files.revision() + "' cannot insert the rows of '" + file.path() + "' into " + table
                        + ": " + why + ".",
                null,
                "Nothing was run. Correct the file.",
                cause);
    }
}
