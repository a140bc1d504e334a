package dev.retort.script.java;

import dev.retort.digest.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of one call of the compiler.
 *
 * @param directory the directory of the classes
 * @param scripts the keys of its revisions
 * @param classes the binary names of the classes
 * @param helpers the sources that were compiled because a revision uses them, each with the digest of its content
 * @param libraries the further entries of the application's class path, each with its stamp
 */
record CompiledBatch(
        Path directory,
        List<String> scripts,
        List<String> classes,
        Map<Path, String> helpers,
        Map<Path, String> libraries) {

    private static final String LIST = "batch.list";
    private static final String SCRIPT = "script ";
    private static final String CLASS = "class ";
    private static final String HELPER = "helper ";
    private static final String LIBRARY = "library ";

    /** Reads the list that {@link #writeList} wrote. */
    static CompiledBatch read(Path directory) throws IOException {
        List<String> scripts = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        Map<Path, String> helpers = new LinkedHashMap<>();
        Map<Path, String> libraries = new LinkedHashMap<>();
        for (String line : Files.readAllLines(directory.resolve(LIST))) {
            if (line.startsWith(SCRIPT)) {
                scripts.add(line.substring(SCRIPT.length()));
            } else if (line.startsWith(CLASS)) {
                classes.add(line.substring(CLASS.length()));
            } else if (line.startsWith(HELPER)) {
                readFile(line.substring(HELPER.length()), helpers);
            } else if (line.startsWith(LIBRARY)) {
                readFile(line.substring(LIBRARY.length()), libraries);
            }
        }
        return new CompiledBatch(directory, scripts, classes, helpers, libraries);
    }

    /** Reads what tells the content of a file, and its path after a blank. */
    private static void readFile(String text, Map<Path, String> files) {
        int blank = text.indexOf(' ');
        files.put(Path.of(text.substring(blank + 1)), text.substring(0, blank));
    }

    void writeList() throws IOException {
        List<String> lines = new ArrayList<>();
        scripts.forEach(key -> lines.add(SCRIPT + key));
        classes.forEach(name -> lines.add(CLASS + name));
        helpers.forEach((path, digest) -> lines.add(HELPER + digest + " " + path));
        libraries.forEach((path, stamp) -> lines.add(LIBRARY + stamp + " " + path));
        Files.write(directory.resolve(LIST), lines);
    }

    /** The same batch in another directory. */
    CompiledBatch in(Path other) {
        return new CompiledBatch(other, scripts, classes, helpers, libraries);
    }

    /**
     * Whether all helpers and libraries are unchanged.
     *
     * @param digests the digests of helpers that were read before; those that are read now are added
     */
    boolean isCurrent(Map<Path, String> digests) {
        return helpers.entrySet().stream()
                        .allMatch(helper -> digests.computeIfAbsent(helper.getKey(), CompiledBatch::digestOrNothing)
                                .equals(helper.getValue()))
                && libraries.entrySet().stream()
                        .allMatch(library ->
                                ScriptClassPath.stamp(library.getKey()).equals(library.getValue()));
    }

    private static String digestOrNothing(Path file) {
        try {
            return Files.isRegularFile(file) ? digest(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    static String digest(Path file) throws IOException {
        return HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(file)));
    }
}
