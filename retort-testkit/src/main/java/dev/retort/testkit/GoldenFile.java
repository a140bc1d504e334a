package dev.retort.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a dialect makes of each case, in a file that people read: what this is in a comment, and then the name of each case in another one,
 * and its statements.
 */
final class GoldenFile {

    private static final String TITLE = "-- ";
    private static final Pattern GAP = Pattern.compile("\n\n(?=" + TITLE + ")");

    private final Path path;
    private String header = "";
    private final Map<String, String> sections = new LinkedHashMap<>();

    private GoldenFile(Path path) {
        this.path = path;
    }

    static GoldenFile read(Path path) {
        GoldenFile file = new GoldenFile(path);
        try {
            if (Files.exists(path)) {
                String[] sections = GAP.split(Files.readString(path).stripTrailing());
                file.header = sections[0];
                Stream.of(sections).skip(1).forEach(file::add);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file;
    }

    private void add(String section) {
        String[] lines = section.split("\n", 2);
        sections.put(lines[0].substring(TITLE.length()), lines.length == 1 ? "" : lines[1]);
    }

    /** What is before the cases. */
    String header() {
        return header;
    }

    /** What a case has become; empty where the file does not have it. */
    String section(String name) {
        return sections.getOrDefault(name, "");
    }

    /** The names of the cases, in order. */
    List<String> names() {
        return List.copyOf(sections.keySet());
    }

    /** Writes the file again. */
    void write(String newHeader, Map<String, String> anew) {
        StringBuilder text = new StringBuilder(newHeader).append('\n');
        anew.forEach((name, body) -> text.append('\n')
                .append(TITLE)
                .append(name)
                .append('\n')
                .append(body)
                .append('\n'));
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
