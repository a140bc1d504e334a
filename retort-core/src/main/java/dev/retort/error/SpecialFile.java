package dev.retort.error;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What is neither a file nor a directory. Whoever opens a named pipe may wait for ever, and a device may have no end. */
public final class SpecialFile {

    /** Why it is not opened, as the end of a sentence. */
    public static final String REASON = "it is a named pipe, a socket or a device";

    private SpecialFile() {}

    /** Whether attributes are those of one. */
    public static boolean is(BasicFileAttributes attributes) {
        return attributes.isOther() && !attributes.isDirectory();
    }

    /** Whether a path leads to one. */
    public static boolean is(Path path) {
        try {
            return is(Files.readAttributes(path, BasicFileAttributes.class));
        } catch (IOException notThereOrNotReadable) {
            return false;
        }
    }

    /**
     * Refuses to open one.
     *
     * @throws FileSystemException if a path leads to one
     */
    public static void refuse(Path path) throws FileSystemException {
        if (is(path)) {
            throw new FileSystemException(path.toString(), null, REASON);
        }
    }
}
