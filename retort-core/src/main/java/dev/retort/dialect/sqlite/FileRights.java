package dev.retort.dialect.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Describes the permissions of files. */
final class FileRights {

    private FileRights() {}

    /** How to let the user of this process read and write a file, with the path, its owner and its permissions. */
    static String remedy(Path file) {
        Path whole = file.toAbsolutePath();
        Path folder = Objects.requireNonNullElse(whole.getParent(), whole);
        if (Files.isDirectory(whole)) {
            return whole + " is a directory, but must be a file.";
        }
        if (!Files.isDirectory(folder)) {
            return "The directory " + folder + " does not exist: create it, or check 'url'.";
        }
        String user = "The user " + System.getProperty("user.name");
        if (Files.exists(whole) && !Files.isReadable(whole)) {
            return user + " has no right to read the file " + whole + owner(whole) + ".";
        }
        if (Files.exists(whole) && !Files.isWritable(whole)) {
            return user + " has no right to write the file " + whole + owner(whole) + ".";
        }
        if (!Files.isWritable(folder)) {
            return user + " has no right to create files in the directory " + folder + owner(folder) + ".";
        }
        return user + " must be able to read and write the file " + whole + owner(whole) + ", and the directory "
                + folder + ".";
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
