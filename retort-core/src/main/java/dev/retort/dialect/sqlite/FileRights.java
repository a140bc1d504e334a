package dev.retort.dialect.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** Who may do what with a file, in words. */
final class FileRights {

    private FileRights() {}

    /** What to do so that the user of this process may read and write a file, with its owner and permissions. */
    static String remedy(Path file) {
        return "The user " + System.getProperty("user.name") + " must be able to read and write the file" + owner(file)
                + ", and the folder " + file.toAbsolutePath().getParent() + ".";
    }

    private static String owner(Path file) {
        try {
            PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
            return ", which belongs to " + attributes.owner().getName() + " with "
                    + PosixFilePermissions.toString(attributes.permissions());
        } catch (IOException | UnsupportedOperationException notThereOrNotPosix) {
            return "";
        }
    }
}
