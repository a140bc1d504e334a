package dev.retort.migration;

import dev.retort.operation.RowFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** Finds the files that lie beside a revision. */
public interface RevisionFiles {

    /** There are none. */
    RevisionFiles NONE = new RevisionFiles() {
        @Override
        public String revision() {
            return "";
        }

        @Override
        public RowFile.Content find(String path) throws IOException {
            throw new NoSuchFileException(path);
        }
    };

    /** The id of the revision. */
    String revision();

    /**
     * A file.
     *
     * @param path the path from the folder of the revision, with slashes
     * @throws IOException if there is no such file within the folder
     */
    RowFile.Content find(String path) throws IOException;
}
