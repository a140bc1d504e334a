package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.ScriptException;
import dev.retort.script.source.CacheDirectory;
import dev.retort.script.source.Ownership;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The file with the known equalities of a project: hashes of pairs of definitions, one per line, sorted. It may be deleted at any time.
 * Several processes may use it at once: each replaces the whole file, and a hash that one of them loses only costs a question. A file that
 * is damaged or far too large, or that another user may have written, is ignored. If the file cannot be written, nothing is kept.
 */
final class EqualitiesFile {

    /** In bytes; several times what {@link #MOST} hashes take. */
    private static final long LARGEST = 10_000_000;

    /** With more hashes than this, those that the writing comparison has not used are dropped. */
    static final int MOST = 20_000;

    private static final System.Logger LOGGER = System.getLogger(EqualitiesFile.class.getName());
    private static final String NAME = "equal-definitions";
    private static final Pattern HASH = Pattern.compile("[\\w-]{43}");

    private final Path directory;
    private final Path file;

    EqualitiesFile(Path directory) {
        this.directory = directory;
        this.file = directory.resolve(NAME);
    }

    /** The file of a project; empty if its revisions are on the class path, where nothing is written. */
    static Optional<EqualitiesFile> of(Settings settings) {
        return settings.required(ConfigKey.SCRIPT_LOCATION).startsWith("classpath:")
                ? Optional.empty()
                : Optional.of(new EqualitiesFile(settings.path(CacheDirectory.NAME)));
    }

    Set<String> read() {
        if (!Ownership.close(directory) || !Ownership.isOurFile(file)) {
            return Set.of();
        }
        try {
            if (Files.size(file) > LARGEST) {
                return Set.of();
            }
            List<String> lines = Files.readAllLines(file);
            return lines.stream().allMatch(line -> HASH.matcher(line).matches()) ? Set.copyOf(lines) : Set.of();
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, () -> "Not read: " + file, e);
            return Set.of();
        }
    }

    /**
     * Adds hashes to the file.
     *
     * @param used the hashes that a comparison has used or found
     */
    void keep(Set<String> used) {
        Set<String> all = new TreeSet<>(read());
        if (!all.addAll(used)) {
            return;
        }
        try {
            if (CacheDirectory.prepare(directory)) {
                replace(all.size() > MOST ? new TreeSet<>(used) : all);
            }
        } catch (IOException | ScriptException e) {
            LOGGER.log(Level.DEBUG, () -> "Not kept: " + file, e);
        }
    }

    private void replace(Set<String> hashes) throws IOException {
        Path draft = Files.createTempFile(directory, NAME, null);
        try {
            Files.write(draft, hashes);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
