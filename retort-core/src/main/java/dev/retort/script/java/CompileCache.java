package dev.retort.script.java;

import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.script.source.CacheDirectory;
import dev.retort.script.source.Ownership;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiled revisions on disk: one directory below {@code classes} for each call of the compiler. It may be deleted while nobody uses it,
 * and several processes may use it at once.
 *
 * <p>Classes are loaded from it only if only the user of this process can have put them there.
 *
 * <p>The time of a directory is when somebody last began to use it. Storing a new batch removes those that nobody has begun to use for
 * days; whether a batch is still valid does not matter, since another process may hold classes of an outdated one.
 */
public final class CompileCache implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(CompileCache.class.getName());
    private static final String CLASSES = "classes";
    private static final Duration UNUSED = Duration.ofDays(3);

    private final @Nullable Path wanted;
    private @Nullable Map<String, CompiledBatch> batches;
    private @Nullable Path root;
    private boolean temporary;

    /**
     * A cache in a directory that is created when it is needed.
     *
     * @param directory null, or one that cannot be written or belongs to somebody else, for a private temporary directory
     */
    public CompileCache(@Nullable Path directory) {
        this.wanted = directory;
    }

    /** The batch with a script, if it was compiled before and its helpers have not changed. */
    Optional<CompiledBatch> find(String key) {
        Map<String, CompiledBatch> known = batches;
        if (known == null) {
            known = wanted == null || !close(wanted) ? Map.of() : read(wanted.resolve(CLASSES));
            batches = known;
        }
        return Optional.ofNullable(known.get(key));
    }

    /** The batches of a directory, by their scripts; unreadable ones are ignored. */
    private static Map<String, CompiledBatch> read(Path directory) {
        Map<String, CompiledBatch> found = new HashMap<>();
        Map<Path, String> digests = new HashMap<>();
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.filter(
                            path -> !path.getFileName().toString().startsWith("."))
                    .toList()) {
                read(entry, digests, found);
            }
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, () -> "No compiled revisions in " + directory, e);
        }
        return found;
    }

    private static void read(Path directory, Map<Path, String> digests, Map<String, CompiledBatch> found) {
        try {
            if (Ownership.isClosed(directory)) {
                CompiledBatch batch = CompiledBatch.read(directory);
                if (batch.isCurrent(digests)) {
                    batch.scripts().forEach(key -> found.put(key, batch));
                }
            }
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, () -> "No compiled revisions in " + directory, e);
        }
    }

    /** Restricts the directories of the cache and of its batches to this user, and returns whether they were. */
    private static boolean close(Path directory) {
        return Ownership.close(directory) && Ownership.close(directory.resolve(CLASSES));
    }

    /** Marks the batches as used from now on. */
    static void use(Collection<CompiledBatch> batches) {
        FileTime now = FileTime.from(Instant.now());
        for (CompiledBatch batch : batches) {
            try {
                Files.setLastModifiedTime(batch.directory(), now);
            } catch (IOException e) {
                LOGGER.log(Level.DEBUG, () -> "Not said to be in use: " + batch.directory(), e);
            }
        }
    }

    /** An empty output directory for the compiler. */
    Path newDirectory() {
        try {
            return Ownership.createDirectories(root().resolve(CLASSES).resolve(".new-" + UUID.randomUUID()));
        } catch (IOException e) {
            throw unwritable(Path.of(CLASSES), e);
        }
    }

    /**
     * Stores what the compiler wrote into a new directory, and removes what nobody has used for days.
     *
     * @return the same batch in its final directory
     */
    static CompiledBatch keep(CompiledBatch made) {
        Path directory = made.directory().resolveSibling(UUID.randomUUID().toString());
        try {
            made.writeList();
            Files.move(made.directory(), directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(directory, e);
        }
        removeUnused(directory.resolveSibling(""));
        return made.in(directory);
    }

    private static void removeUnused(Path classes) {
        Instant limit = Instant.now().minus(UNUSED);
        try (Stream<Path> entries = Files.list(classes)) {
            for (Path entry : entries.toList()) {
                if (Files.getLastModifiedTime(entry).toInstant().isBefore(limit)) {
                    discard(entry);
                }
            }
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, () -> "Not looked through: " + classes, e);
        }
    }

    /** Removes a directory that did not become a batch. */
    static void discard(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, () -> "Left behind: " + directory, e);
        }
    }

    @Override
    public void close() {
        if (temporary && root != null) {
            discard(root);
        }
    }

    private Path root() throws IOException {
        if (root == null) {
            root = wanted != null && prepare(wanted) ? wanted : Files.createTempDirectory("retort-");
            temporary = root != wanted;
        }
        return root;
    }

    private static boolean prepare(Path directory) {
        try {
            if (!CacheDirectory.prepare(directory)) {
                return false;
            }
            Path classes = Ownership.createDirectories(directory.resolve(CLASSES));
            return Ownership.close(classes) && Files.isWritable(classes);
        } catch (IOException | ScriptException e) {
            return false;
        }
    }

    private static ScriptException unwritable(Path directory, IOException cause) {
        return new ScriptException(
                "Compiled revisions cannot be kept: " + cause + ".",
                SourcePosition.of(directory.toString()),
                "Check that the disk is not full.",
                cause);
    }

    /** The classes of revisions. A batch may also have an earlier version of a revision that another one has. */
    static CompiledScripts joined(Map<CompilationUnit, CompiledBatch> batches) {
        Map<String, Path> directories = new HashMap<>();
        Set<Path> libraries = new LinkedHashSet<>();
        for (CompiledBatch batch : new LinkedHashSet<>(batches.values())) {
            batch.classes().forEach(name -> directories.put(name, batch.directory()));
            libraries.addAll(batch.libraries().keySet());
        }
        batches.forEach((file, batch) -> batch.classes().stream()
                .filter(name -> name.equals(file.className()) || name.startsWith(file.className() + "$"))
                .forEach(name -> directories.put(name, batch.directory())));
        return new CompiledScripts(directories, List.copyOf(libraries));
    }
}
