package dev.retort.testkit;

import dev.retort.operation.DigestedRows;
import dev.retort.operation.InsertRows;
import dev.retort.operation.RowFile;
import dev.retort.operation.RowReader;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of authors, whose values have neither quotes nor commas. */
record AuthorsFile(String path) implements RowFile {

    private static final String TEXT = "name,born\nAda,1815\nGrace,1906\nAlan,1912\n";

    /** The operation that inserts its rows. */
    static final InsertRows INSERTED = inserted();

    private static InsertRows inserted() {
        AuthorsFile file = new AuthorsFile("authors.csv");
        RowFile.Content content = () -> new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8));
        try (DigestedRows rows = DigestedRows.open(file, content)) {
            List<String> columns = rows.columns();
            while (rows.next() != null) {
                // Reading is counting.
            }
            return new InsertRows(LibrarySchema.AUTHOR, file, content, columns, rows.count(), rows.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RowReader open(InputStream content) throws IOException {
        return new Lines(new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8)));
    }

    @Override
    public String source() {
        return "dev.retort.rows.RowFiles.csv(\"" + path + "\")";
    }

    /** Lines whose values stand between commas. */
    private static final class Lines implements RowReader {

        private final BufferedReader text;
        private final List<String> columns;
        private long line = 1;

        Lines(BufferedReader text) throws IOException {
            this.text = text;
            this.columns = List.of(text.readLine().split(",", -1));
        }

        @Override
        public List<String> columns() {
            return columns;
        }

        @Override
        public @Nullable List<@Nullable Object> next() throws IOException {
            line++;
            String row = text.readLine();
            return row == null ? null : Arrays.asList((@Nullable Object[]) row.split(",", -1));
        }

        @Override
        public long line() {
            return line;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
