package dev.retort.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, counted, and with a digest of its bytes. */
public final class DigestedRows implements RowReader {

    private final FileDigest digest;
    private final InputStream bytes;
    private final RowReader rows;
    private long count;

    private DigestedRows(FileDigest digest, InputStream bytes, RowReader rows) {
        this.digest = digest;
        this.bytes = bytes;
        this.rows = rows;
    }

    /**
     * Opens a file.
     *
     * @throws IOException saying what is wrong with it
     */
    public static DigestedRows open(RowFile file, RowFile.Content content) throws IOException {
        FileDigest digest = new FileDigest();
        InputStream bytes = digest.adding(content.open());
        try {
            return new DigestedRows(digest, bytes, file.open(bytes));
        } catch (IOException | RuntimeException | Error e) {
            bytes.close();
            throw e;
        }
    }

    @Override
    public List<String> columns() throws IOException {
        return rows.columns();
    }

    @Override
    public @Nullable List<@Nullable Object> next() throws IOException {
        return counted(rows.next());
    }

    @Override
    public @Nullable List<@Nullable Object> skim() throws IOException {
        return counted(rows.skim());
    }

    private @Nullable List<@Nullable Object> counted(@Nullable List<@Nullable Object> row) throws IOException {
        if (row == null) {
            return null;
        }
        int expected = columns().size();
        if (row.size() != expected) {
            throw new IOException("it has " + row.size() + (row.size() == 1 ? " value" : " values") + " for " + expected
                    + (expected == 1 ? " column" : " columns"));
        }
        count++;
        return row;
    }

    @Override
    public long line() {
        return rows.line();
    }

    /** The number of rows so far. */
    public long count() {
        return count;
    }

    /** The {@link FileDigest} of the whole file, after the last row. */
    public String digest() throws IOException {
        long unused = bytes.transferTo(OutputStream.nullOutputStream());
        return digest.value();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
