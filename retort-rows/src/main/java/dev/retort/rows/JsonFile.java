package dev.retort.rows;

import dev.retort.operation.RowFile;
import dev.retort.operation.RowReader;
import java.io.IOException;
import java.io.InputStream;

/**
 * A JSON file.
 *
 * @param path the path from the folder of the revision
 */
public record JsonFile(String path) implements RowFile {

    @Override
    public RowReader open(InputStream content) throws IOException {
        return new JsonRows(content);
    }

    @Override
    public String source() {
        return "dev.retort.rows.RowFiles.json(" + JavaLiterals.text(path) + ")";
    }
}
