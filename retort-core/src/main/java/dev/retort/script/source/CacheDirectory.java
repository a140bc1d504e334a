package dev.retort.script.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory in which a project caches files. It may be deleted at any time. */
public final class CacheDirectory {

    /** Its name in the project's directory. */
    public static final String NAME = ".retort";

    private static final String IGNORE = ".gitignore";

    private CacheDirectory() {}

    /**
     * Creates the directory, which excludes itself from version control, and closes it to other users.
     *
     * @return whether it belongs to this user alone; if not, it must not be used
     * @throws IOException if it cannot be created
     * @throws dev.retort.error.ScriptException if it cannot be written to
     */
    public static boolean prepare(Path directory) throws IOException {
        Ownership.createDirectories(directory);
        if (!Ownership.close(directory)) {
            return false;
        }
        Path ignore = directory.resolve(IGNORE);
        if (!Files.exists(ignore)) {
            AtomicFile.replace(ignore, "*\n", ignore.toString());
        }
        return true;
    }
}
