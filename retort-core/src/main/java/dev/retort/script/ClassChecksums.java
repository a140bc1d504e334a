package dev.retort.script;

import dev.retort.digest.Sha256;
import dev.retort.error.ScriptException;
import dev.retort.script.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Computes the checksums of compiled revisions, each including the classes that are declared in it. A directory is listed once. */
final class ClassChecksums {

    private final Map<Path, NavigableSet<String>> listings = new HashMap<>();

    /**
     * The checksum of a class, with the name of its algorithm in front.
     *
     * @param file the class file, with the path of its directory
     * @throws ScriptException if a file cannot be read
     */
    String of(Path file) {
        MessageDigest digest = Sha256.begin();
        try {
            digest.update(Files.readAllBytes(file));
            for (String inner : innerClasses(file)) {
                digest.update(Files.readAllBytes(file.resolveSibling(inner)));
            }
        } catch (IOException e) {
            throw SourceText.unreadable(file.toString(), e);
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private NavigableSet<String> innerClasses(Path file) throws IOException {
        Path directory = Objects.requireNonNull(file.getParent());
        NavigableSet<String> all = listings.get(directory);
        if (all == null) {
            all = classesIn(directory);
            listings.put(directory, all);
        }
        String name = file.getFileName().toString();
        String begin = name.substring(0, name.length() - PackagedClass.SUFFIX.length()) + "$";
        return all.subSet(begin, true, begin + Character.MAX_VALUE, false);
    }

    private static NavigableSet<String> classesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(PackagedClass.SUFFIX))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
