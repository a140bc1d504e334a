package dev.retort.render;

import dev.retort.operation.DigestedRows;
import dev.retort.operation.InsertRows;
import dev.retort.operation.RowFile;
import dev.retort.operation.RowReader;
import dev.retort.schema.QualifiedName;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of rows with one value each, which a generated revision creates anew. */
public record Lines(String path) implements RowFile {

    /** The same lines for each path. */
    record Text(String path) implements Content {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    InsertRows into(QualifiedName table) {
        Text content = new Text(path);
        try (DigestedRows rows = DigestedRows.open(this, content)) {
            while (rows.next() != null) {
                // Reading is counting.
            }
            return new InsertRows(table, this, content, rows.columns(), rows.count(), rows.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String source() {
        return "new dev.retort.render.Lines(" + JavaText.literal(path) + ")";
    }

    @Override
    public RowReader open(InputStream content) {
        BufferedReader text = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
        return new RowReader() {

            @Override
            public List<String> columns() {
                return List.of("line");
            }

            @Override
            public @Nullable List<@Nullable Object> next() throws IOException {
                String line = text.readLine();
                return line == null ? null : List.of(line);
            }

            @Override
            public long line() {
                return 0;
            }

            @Override
            public void close() throws IOException {
                text.close();
            }
        };
    }
}
