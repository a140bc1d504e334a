package dev.retort.runtime;

import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.InsertInto;
import dev.retort.dialect.LoadFile;
import dev.retort.dialect.RowLoader;
import dev.retort.dialect.UnchangedRows;
import dev.retort.operation.RowReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file as INSERT statements, each of several rows, read one after the other. */
final class RowsAsInserts implements Closeable {

    private static final int MOST_ROWS = 100;

    /** The number of characters after which a statement gets no more rows: each server has a limit. */
    private static final int MOST_CHARACTERS = 1 << 16;

    private final RowReader rows;
    private final RowLoader loader;
    private final String into;
    private boolean ended;

    /**
     * Opens the file of an operation.
     *
     * @throws Unreadable if it cannot be read
     */
    RowsAsInserts(LoadFile load, IdentifierRules names) throws Unreadable {
        this.loader = load.loader();
        this.into = InsertInto.values(names, load.rows().table(), load.rows().columns());
        try {
            this.rows = UnchangedRows.open(load.rows());
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    /** The file is not, or no longer, the one that was checked. */
    static final class Unreadable extends IOException {

        private static final long serialVersionUID = 1L;

        Unreadable(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /**
     * The next statement; null after the last one.
     *
     * @throws Unreadable if the file is not the one that was checked
     */
    @Nullable
    String next() throws Unreadable {
        StringBuilder statement = new StringBuilder();
        for (int count = 0; !ended && count < MOST_ROWS && statement.length() < MOST_CHARACTERS; count++) {
            List<@Nullable Object> row = row();
            if (row == null) {
                ended = true;
                break;
            }
            statement.append(count == 0 ? into : ",").append("\n    ");
            append(row, statement);
        }
        return statement.isEmpty() ? null : statement.toString();
    }

    private @Nullable List<@Nullable Object> row() throws Unreadable {
        try {
            return rows.next();
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    private void append(List<@Nullable Object> row, StringBuilder statement) {
        for (int i = 0; i < row.size(); i++) {
            statement.append(i == 0 ? "(" : ", ").append(loader.written(row.get(i)));
        }
        statement.append(')');
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
