package dev.retort.operation;

import java.io.IOException;
import java.io.InputStream;

/** A file of rows beside a revision. Best a record, so that equal files are equal. */
public interface RowFile {

    /** The path of the file from the folder of the revision, with slashes. */
    String path();

    /**
     * Reads the file from its beginning; closing the reader closes the stream.
     *
     * @throws IOException saying why it cannot be read
     */
    RowReader open(InputStream content) throws IOException;

    /**
     * The Java expression that creates this, for generated revision files, with fully qualified class names.
     *
     * @throws IllegalArgumentException by default: there is none
     */
    default String source() {
        throw new IllegalArgumentException("There is no Java source for the file '" + path() + "': "
                + getClass().getName() + " has no method source() that returns it.");
    }

    /** What is in a file, which may be read several times. Best a record, so that equal contents are equal. */
    interface Content {

        /**
         * The bytes, from the first one.
         *
         * @throws IOException saying why they cannot be read
         */
        InputStream open() throws IOException;
    }
}
