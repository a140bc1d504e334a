package dev.retort.script.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether what lies on the disk can come from nobody but the user of this process, so that it may be loaded. */
public final class Ownership {

    private static final Path THIS_PROCESS = Path.of("/proc/self");
    private static final int WRITABLE_BY_OTHERS = 0022;
    private static final int OPEN_TO_OTHERS = 0077;
    private static final Set<PosixFilePermission> ALONE = PosixFilePermissions.fromString("rwx------");
    private static final Set<String> VIEWS = FileSystems.getDefault().supportedFileAttributeViews();

    private Ownership() {}

    /**
     * Whether a file or directory is this user's and nobody else may write it; a symbolic link never is. True where the file system
     * knows no users.
     */
    public static boolean isOurs(Path path) {
        return isOurs(path, WRITABLE_BY_OTHERS);
    }

    /** Whether a path is a file that is {@linkplain #isOurs ours}, no pipe or device. */
    public static boolean isOurFile(Path path) {
        return isOurs(path) && Files.isRegularFile(path);
    }

    /** Whether a directory is this user's and nobody else may enter it, so that what is in it is this user's too, whatever its rights. */
    public static boolean isClosed(Path directory) {
        return isOurs(directory, OPEN_TO_OTHERS);
    }

    /**
     * Closes a directory of this user's that others may write, as one is that was made while the umask let the group write.
     *
     * @return whether it is {@linkplain #isOurs ours} now; what others wrote before may still be in it
     */
    public static boolean close(Path directory) {
        if (!isOurs(directory) && isOurs(directory, 0)) {
            try {
                Files.setPosixFilePermissions(directory, ALONE);
            } catch (IOException e) {
                return false;
            }
        }
        return isOurs(directory);
    }

    private static boolean isOurs(Path path, int refused) {
        if (!VIEWS.contains("unix")) {
            return true;
        }
        try {
            Map<String, Object> found = Files.readAttributes(path, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
            boolean alone = found.get("mode") instanceof Integer mode && (mode & refused) == 0;
            return alone && !Files.isSymbolicLink(path) && Objects.equals(found.get("uid"), user());
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable Object user() throws IOException {
        if (Files.exists(THIS_PROCESS)) {
            return Files.getAttribute(THIS_PROCESS, "unix:uid");
        }
        Path made = Files.createTempFile("retort-", null);
        try {
            return Files.getAttribute(made, "unix:uid");
        } finally {
            Files.delete(made);
        }
    }

    /** Makes a directory, and those above it, for this user alone; leaves one that is there as it is. */
    public static Path createDirectories(Path directory) throws IOException {
        FileAttribute<?>[] alone = VIEWS.contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(ALONE)}
                : new FileAttribute<?>[0];
        return Files.createDirectories(directory, alone);
    }
}
