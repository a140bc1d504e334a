package dev.retort.script;

import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiled revisions on disk. It may be deleted at any time, and several processes may use it at once.
 *
 * <p>{@code classes/BATCH/} holds what one call of the compiler made; {@code scripts/KEY} names the batch of a script.
 */
final class CompileCache implements AutoCloseable {

    private final @Nullable Path wanted;
    private final Map<String, Optional<CompiledBatch>> batches = new HashMap<>();
    private @Nullable Path root;
    private boolean temporary;

    /**
     * A cache in a directory that is made when it is needed.
     *
     * @param directory null, or one that cannot be written, for a private temporary directory
     */
    CompileCache(@Nullable Path directory) {
        this.wanted = directory;
    }

    /** The batch that holds a script, if it was compiled before and its helpers are as they were. */
    Optional<CompiledBatch> find(String key) {
        Path directory = root != null ? root : wanted;
        if (directory == null) {
            return Optional.empty();
        }
        try {
            String batch = Files.readString(script(directory, key)).strip();
            return batches.computeIfAbsent(
                    batch, name -> read(directory.resolve("classes").resolve(name)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<CompiledBatch> read(Path directory) {
        try {
            return Optional.of(CompiledBatch.read(directory)).filter(CompiledBatch::isCurrent);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** An empty directory for the compiler to write into. */
    Path newDirectory() {
        try {
            return Files.createDirectories(root().resolve("classes").resolve(".new-" + UUID.randomUUID()));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Keeps what the compiler wrote into a new directory.
     *
     * @param made its content
     * @param keys the scripts in it
     * @return the same batch where it now lies
     */
    CompiledBatch keep(CompiledBatch made, Collection<String> keys) {
        String name = UUID.randomUUID().toString();
        Path directory = made.directory().resolveSibling(name);
        try {
            made.writeList();
            Files.move(made.directory(), directory, StandardCopyOption.ATOMIC_MOVE);
            for (String key : keys) {
                Path script = script(root(), key);
                AtomicFile.replace(script, name + "\n", script.toString());
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        return new CompiledBatch(directory, made.classes(), made.helpers());
    }

    /** Removes a directory that did not come to be a batch. */
    static void discard(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            System.getLogger(CompileCache.class.getName())
                    .log(System.Logger.Level.DEBUG, "Left behind: " + directory, e);
        }
    }

    @Override
    public void close() {
        if (temporary && root != null) {
            discard(root);
        }
    }

    private static Path script(Path directory, String key) {
        return directory.resolve("scripts").resolve(key);
    }

    private Path root() throws IOException {
        if (root == null) {
            root = wanted != null && prepare(wanted) ? wanted : Files.createTempDirectory("retort-");
            temporary = root != wanted;
        }
        return root;
    }

    /** Makes the directory, which keeps itself out of version control. */
    private static boolean prepare(Path directory) {
        try {
            Path ignore = directory.resolve(".gitignore");
            if (!Files.exists(ignore)) {
                AtomicFile.replace(ignore, "*\n", ignore.toString());
            }
            return Files.isWritable(Files.createDirectories(directory.resolve("classes")));
        } catch (IOException | ScriptException e) {
            return false;
        }
    }

    private ScriptException unwritable(IOException cause) {
        return new ScriptException(
                "Compiled revisions cannot be kept: " + cause + ".",
                SourcePosition.of(String.valueOf(root)),
                "Check that the disk is not full.",
                cause);
    }

    /** All classes of batches, each with where it lies. */
    static Map<String, Path> directories(List<CompiledBatch> batches) {
        Map<String, Path> directories = new HashMap<>();
        batches.forEach(batch -> batch.classes().forEach(name -> directories.put(name, batch.directory())));
        return directories;
    }
}
