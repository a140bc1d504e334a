package dev.retort.script.java;

import dev.retort.script.source.TokenDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one call of the compiler made.
 *
 * @param directory where the classes lie
 * @param scripts the keys of the revisions in it
 * @param classes the binary names of the classes
 * @param helpers the sources that were compiled because a revision uses them, each with the digest of its content
 */
record CompiledBatch(Path directory, List<String> scripts, List<String> classes, Map<Path, String> helpers) {

    private static final String LIST = "batch.list";
    private static final String SCRIPT = "script ";
    private static final String CLASS = "class ";
    private static final String HELPER = "helper ";
    private static final int DIGEST_LENGTH = 64;

    /** Reads the list that {@link #writeList} wrote. */
    static CompiledBatch read(Path directory) throws IOException {
        List<String> scripts = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        Map<Path, String> helpers = new LinkedHashMap<>();
        for (String line : Files.readAllLines(directory.resolve(LIST))) {
            if (line.startsWith(SCRIPT)) {
                scripts.add(line.substring(SCRIPT.length()));
            } else if (line.startsWith(CLASS)) {
                classes.add(line.substring(CLASS.length()));
            } else if (line.startsWith(HELPER)) {
                int path = HELPER.length() + DIGEST_LENGTH + 1;
                helpers.put(Path.of(line.substring(path)), line.substring(HELPER.length(), path - 1));
            }
        }
        return new CompiledBatch(directory, scripts, classes, helpers);
    }

    void writeList() throws IOException {
        List<String> lines = new ArrayList<>();
        scripts.forEach(key -> lines.add(SCRIPT + key));
        classes.forEach(name -> lines.add(CLASS + name));
        helpers.forEach((path, digest) -> lines.add(HELPER + digest + " " + path));
        Files.write(directory.resolve(LIST), lines);
    }

    /** The same batch in another directory. */
    CompiledBatch in(Path other) {
        return new CompiledBatch(other, scripts, classes, helpers);
    }

    /**
     * Whether every helper is as it was.
     *
     * @param digests the digests of helpers that were read before; takes in those that are read now
     */
    boolean isCurrent(Map<Path, String> digests) {
        return helpers.entrySet().stream()
                .allMatch(helper -> digests.computeIfAbsent(helper.getKey(), CompiledBatch::digestOrNothing)
                        .equals(helper.getValue()));
    }

    private static String digestOrNothing(Path file) {
        try {
            return Files.isRegularFile(file) ? digest(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    static String digest(Path file) throws IOException {
        return HexFormat.of().formatHex(TokenDigest.sha256().digest(Files.readAllBytes(file)));
    }
}
