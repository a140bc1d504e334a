package dev.retort.frontend;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths as people read them: relative to the working directory where they lie below it or in the project, else absolute. */
public final class ShownPaths {

    /** What stands before a path where it is one, and no part of an address. */
    private static final String BEGINNING = "(?<![^\\s'\"(=,])";

    private final Path workingDirectory;
    private final List<Path> near;

    /**
     * Paths seen from a directory.
     *
     * @param project the directory of the project
     */
    public ShownPaths(Path workingDirectory, Path project) {
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
        this.near = List.of(this.workingDirectory, project.toAbsolutePath().normalize());
    }

    /** A path as it is shown. */
    public String of(Path path) {
        return in(path.toAbsolutePath().normalize().toString());
    }

    /** A text with the paths in it as they are shown. */
    public String in(String text) {
        String shown = text;
        for (Path directory : near) {
            if (directory.getNameCount() > 0 && Objects.equals(directory.getRoot(), workingDirectory.getRoot())) {
                Path seen = workingDirectory.relativize(directory);
                String prefix = seen.toString().isEmpty() ? "" : seen + File.separator;
                shown = Pattern.compile(BEGINNING + Pattern.quote(directory + File.separator))
                        .matcher(shown)
                        .replaceAll(Matcher.quoteReplacement(prefix));
            }
        }
        return shown;
    }
}
