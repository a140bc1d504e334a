package dev.retort.error;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Paths that are neither files nor directories. Opening a named pipe may block for ever, and a device may have no end. */
public final class SpecialFile {

    /** Why such a path is not opened, as the end of a sentence. */
    public static final String REASON = "it is a named pipe, a socket or a device";

    private SpecialFile() {}

    /** Whether attributes are those of a special file. */
    public static boolean is(BasicFileAttributes attributes) {
        return attributes.isOther() && !attributes.isDirectory();
    }

    /** Whether a path is a special file. */
    public static boolean is(Path path) {
        try {
            return is(Files.readAttributes(path, BasicFileAttributes.class));
        } catch (IOException notThereOrNotReadable) {
            return false;
        }
    }

    /**
     * Refuses to open a special file.
     *
     * @throws FileSystemException if a path is one
     */
    public static void refuse(Path path) throws FileSystemException {
        if (is(path)) {
            throw new FileSystemException(path.toString(), null, REASON);
        }
    }
}
