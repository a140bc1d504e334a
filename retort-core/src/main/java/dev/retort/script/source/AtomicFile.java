package dev.retort.script.source;

import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes files that are there whole or not at all. */
public final class AtomicFile {

    private AtomicFile() {}

    /**
     * Writes a file that must not exist yet; missing directories are made.
     *
     * @param name the path as errors should show it
     * @throws ScriptException if it exists or cannot be written; nothing is left behind then
     */
    public static void create(Path file, String text, String name) {
        List<Path> missing = missingDirectories(file);
        try {
            Path temporary = temporaryBeside(file);
            try {
                write(temporary, text);
                publish(temporary, file);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (FileAlreadyExistsException e) {
            throw Files.exists(file) ? exists(name, e) : unwritable(name, e);
        } catch (IOException e) {
            removeEmpty(missing, e);
            throw unwritable(name, e);
        }
    }

    /**
     * Writes a file, whether it exists or not; missing directories are made.
     *
     * @param name the path as errors should show it
     * @throws ScriptException if it cannot be written; an older file stays as it was then
     */
    public static void replace(Path file, String text, String name) {
        try {
            Path temporary = temporaryBeside(file);
            try {
                write(temporary, text);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw unwritable(name, e);
        }
    }

    /** The directories that have to be made for a file, the deepest first. */
    private static List<Path> missingDirectories(Path file) {
        List<Path> missing = new ArrayList<>();
        Path directory = file.toAbsolutePath().getParent();
        while (directory != null && Files.notExists(directory)) {
            missing.add(directory);
            directory = directory.getParent();
        }
        return missing;
    }

    /** Removes directories that were made in vain, unless somebody else uses them by now. */
    private static void removeEmpty(List<Path> deepestFirst, IOException why) {
        try {
            for (Path directory : deepestFirst) {
                Files.deleteIfExists(directory);
            }
        } catch (IOException inUse) {
            why.addSuppressed(inUse);
        }
    }

    private static Path temporaryBeside(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new FileSystemException(file.toString(), null, "it has no directory");
        }
        Files.createDirectories(directory);
        return directory.resolve(".retort-" + UUID.randomUUID() + ".tmp");
    }

    private static void write(Path file, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Gives the finished file its name. A link, unlike a move, never replaces a file that appeared meanwhile. */
    private static void publish(Path temporary, Path file) throws IOException {
        try {
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.move(temporary, file);
        }
    }

    public static ScriptException exists(String name, @Nullable IOException cause) {
        return new ScriptException(
                "The file exists already.",
                SourcePosition.of(name),
                "It was left as it is. Remove it, or choose another message or id.",
                cause);
    }

    private static ScriptException unwritable(String name, IOException cause) {
        return ScriptException.unwritable(
                "file",
                SourcePosition.of(name),
                "Nothing was left behind. Check that the directory may be written to and that the disk is not full.",
                cause);
    }
}
