package dev.retort.script.java;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The application's class path, which revisions may use. Each entry is a file or a directory.
 *
 * @param named the configured entries, which every revision sees
 * @param rest finds the rest of the application's class path, which may take seconds; used only for revisions that do not compile without
 *     it
 */
public record ScriptClassPath(List<Path> named, Supplier<List<Path>> rest) {

    public ScriptClassPath {
        named = List.copyOf(named);
    }

    /** A class path with only the configured entries. */
    public static ScriptClassPath of(List<Path> named) {
        return new ScriptClassPath(named, List::of);
    }

    /** A stamp of an entry's content that is cheap to compute. */
    static String stamp(Path entry) {
        try {
            long size = Files.isDirectory(entry) ? 0 : Files.size(entry);
            return Files.getLastModifiedTime(entry).toMillis() + "-" + size;
        } catch (IOException e) {
            return "missing";
        }
    }
}
