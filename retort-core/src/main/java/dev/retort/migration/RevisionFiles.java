package dev.retort.migration;

import dev.retort.error.ScriptException;
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

        @Override
        public String text(String path) throws IOException {
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

    /**
     * The text of a file, whose lines end with {@code \n}.
     *
     * @param path the path from the folder of the revision, with slashes
     * @throws IOException if there is no such file within the folder
     * @throws ScriptException if the file is empty or not UTF-8
     */
    String text(String path) throws IOException;
}
