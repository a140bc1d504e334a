package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Inserts the rows of a file, which was read once to its end.
 *
 * @param table the table
 * @param file the file
 * @param content what is in the file, to be read again when it is inserted
 * @param columns the columns that get a value
 * @param rows the number of rows
 * @param digest the {@link FileDigest} of the file
 */
public record InsertRows(
        QualifiedName table, RowFile file, RowFile.Content content, List<String> columns, long rows, String digest)
        implements Operation {

    public InsertRows {
        columns = List.copyOf(columns);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.insertRows(this);
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
        return "insert " + rows + (rows == 1 ? " row" : " rows") + " of " + file.path() + " into " + table;
    }
}
