package dev.retort.frontend.template;

import dev.retort.error.NearMatches;
import dev.retort.error.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a project begins with.
 *
 * @param format what new revisions are written in: {@code java} or {@code sql}
 * @param file the template of one's own for new revision files; null for the built-in one
 */
public record ProjectTemplate(String format, @Nullable Path file) {

    private static final List<String> FORMATS = List.of("java", "sql");

    /** The names of the templates that are there without a directory of one's own. */
    public static List<String> names() {
        return FORMATS;
    }

    /** What a project can begin with, in lines for a person. */
    public static List<String> listing() {
        return List.of(
                "java - revisions written in Java (the default)",
                "sql - revisions written in SQL",
                "PATH - a directory with a template of your own:",
                "       " + fileName("java") + " or " + fileName("sql"));
    }

    /**
     * The template with a name, or in a directory.
     *
     * @throws UsageException when there is none
     */
    static ProjectTemplate of(String name, Path base) {
        if (FORMATS.contains(name)) {
            return new ProjectTemplate(name, null);
        }
        Path directory = base.resolve(name);
        if (!Files.isDirectory(directory)) {
            throw new UsageException(
                    "There is no template '" + name + "'.",
                    NearMatches.question(name, FORMATS) + " A directory with a template of one's own is taken too.");
        }
        return FORMATS.stream()
                .filter(format -> Files.isRegularFile(directory.resolve(fileName(format))))
                .findFirst()
                .map(format -> new ProjectTemplate(format, directory.resolve(fileName(format))))
                .orElseThrow(() -> new UsageException(
                        "The directory " + directory.normalize() + " holds no template.",
                        "Put a file " + fileName("java") + " or " + fileName("sql") + " into it."));
    }

    private static String fileName(String format) {
        return "revision." + format + ".mustache";
    }
}
