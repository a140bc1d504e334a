package dev.retort.frontend.template;

import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Files and directories that come to be all together or not at all. */
final class NewFiles {

    private final Deque<Path> newestFirst = new ArrayDeque<>();

    NewFiles() {}

    /** Makes a directory with those that it lies in. */
    Path directory(Path path) {
        try {
            Deque<Path> missing = new ArrayDeque<>();
            for (Path each = path; each != null && Files.notExists(each); each = each.getParent()) {
                missing.addFirst(each);
            }
            missing.forEach(newestFirst::addFirst);
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw undone("directory", path, e);
        }
    }

    /** Writes a file that is not there yet. */
    Path file(Path path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(Path path, byte[] content) {
        try {
            newestFirst.addFirst(Files.createFile(path));
            return Files.write(path, content);
        } catch (IOException e) {
            throw undone("file", path, e);
        }
    }

    /** Copies a file into a directory. */
    Path copy(Path original, Path directory) {
        Path path = directory.resolve(original.getFileName());
        try {
            return file(path, Files.readAllBytes(original));
        } catch (IOException e) {
            throw undone("file", path, e);
        }
    }

    private ScriptException undone(String what, Path path, IOException e) {
        ScriptException failure = ScriptException.unwritable(
                what,
                SourcePosition.of(path.toString()),
                "Nothing was left behind. Name a place that this user may write to and that has room.",
                e);
        try {
            for (Path made : newestFirst) {
                Files.deleteIfExists(made);
            }
        } catch (IOException inUse) {
            failure.addSuppressed(inUse);
        }
        return failure;
    }
}
