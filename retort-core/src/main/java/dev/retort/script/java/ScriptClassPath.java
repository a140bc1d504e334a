package dev.retort.script.java;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The application's class path, which revisions may use. Each entry is a file or a directory.
 *
 * @param named what the settings name, which every revision sees
 * @param rest finds what else the application has, which may take seconds; asked only for revisions that do not compile without it
 */
public record ScriptClassPath(List<Path> named, Supplier<List<Path>> rest) {

    public ScriptClassPath {
        named = List.copyOf(named);
    }

    /** A class path without more than what is named. */
    public static ScriptClassPath of(List<Path> named) {
        return new ScriptClassPath(named, List::of);
    }

    /** What tells the content of an entry from that of another time, without reading it. */
    static String stamp(Path entry) {
        try {
            long size = Files.isDirectory(entry) ? 0 : Files.size(entry);
            return Files.getLastModifiedTime(entry).toMillis() + "-" + size;
        } catch (IOException e) {
            return "missing";
        }
    }
}
