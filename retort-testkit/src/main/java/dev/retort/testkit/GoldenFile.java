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
 * A golden file: what a dialect compiles each case to. It begins with a comment about its purpose; each case has its name in a comment, and
 * its statements.
 */
public final class GoldenFile {

    private static final String TITLE = "-- ";
    private static final Pattern GAP = Pattern.compile("\n\n(?=" + TITLE + ")");

    private final Path path;
    private String header = "";
    private final Map<String, String> sections = new LinkedHashMap<>();

    private GoldenFile(Path path) {
        this.path = path;
    }

    /** The file at a path; empty if there is none. */
    public static GoldenFile read(Path path) {
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

    /** The text before the cases. */
    String header() {
        return header;
    }

    /** The text of a case; empty if the file does not contain it. */
    public String section(String name) {
        return sections.getOrDefault(name, "");
    }

    /** The names of the cases, in order. */
    public List<String> names() {
        return List.copyOf(sections.keySet());
    }

    /** Writes the file anew. */
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
