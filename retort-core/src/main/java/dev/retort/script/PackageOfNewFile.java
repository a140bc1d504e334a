package dev.retort.script;

import dev.retort.error.ConfigurationException;
import dev.retort.script.java.CompilationUnit;
import dev.retort.script.java.JavaNames;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the Java package of a new revision: the configured one, else that of the newest revision in the same directory, else one from the
 * path: the part below the nearest {@code src/x/java}, else below the base directory, after its last part that is no Java identifier.
 */
final class PackageOfNewFile {

    private static final Comparator<RevisionFile> NEWEST_LAST = Comparator.comparing((RevisionFile file) ->
                    Optional.ofNullable(file.header().created()).orElse(Instant.MIN))
            .thenComparing(RevisionFile::name);

    private final ScriptSettings settings;
    private final List<RevisionFile> files;

    PackageOfNewFile(ScriptSettings settings, List<RevisionFile> files) {
        this.settings = settings;
        this.files = files;
    }

    /**
     * The package for a directory.
     *
     * @param location the version location
     * @param directory the directory of the new file, in or below the location
     * @throws ConfigurationException if the configured package does not fit the location
     */
    String find(Path location, Path directory) {
        String configured = settings.packageName();
        if (configured != null && !configured.isBlank()) {
            requireFit(configured, location);
            return below(configured, location.relativize(directory));
        }
        for (Path at = directory; at != null && at.startsWith(location); at = at.getParent()) {
            Optional<String> neighbour = newestIn(at);
            if (neighbour.isPresent()) {
                return below(neighbour.get(), at.relativize(directory));
            }
        }
        return fromPath(directory);
    }

    private static void requireFit(String packageName, Path location) {
        for (String part : packageName.split("\\.", -1)) {
            if (!JavaNames.isIdentifier(part)) {
                throw new ConfigurationException(
                        "package",
                        "'" + packageName + "' is not a Java package.",
                        null,
                        "Write it as in com.acme.migrations.");
            }
        }
        Path packagePath = Path.of(packageName.replace('.', '/'));
        if (!location.endsWith(packagePath)) {
            throw new ConfigurationException(
                    "package",
                    "The package '" + packageName + "' does not fit the version location '" + location + "'.",
                    null,
                    "The location must end with '" + packagePath + "'.");
        }
    }

    private Optional<String> newestIn(Path directory) {
        return files.stream()
                .filter(file -> file.origin().source().isPresent())
                .filter(file -> file.path()
                        .map(Path::getParent)
                        .filter(directory::equals)
                        .isPresent())
                .max(NEWEST_LAST)
                .flatMap(file -> file.origin().source())
                .map(CompilationUnit::packageName);
    }

    private static String below(String packageName, Path path) {
        List<String> parts = new ArrayList<>();
        if (!packageName.isEmpty()) {
            parts.add(packageName);
        }
        names(path).stream().filter(name -> !name.isEmpty()).forEach(parts::add);
        return String.join(".", parts);
    }

    private String fromPath(Path directory) {
        List<String> names = names(belowRoot(directory));
        int start = names.size();
        while (start > 0 && JavaNames.isIdentifier(names.get(start - 1))) {
            start--;
        }
        return String.join(".", names.subList(start, names.size()));
    }

    private Path belowRoot(Path directory) {
        for (int i = directory.getNameCount() - 3; i >= 0; i--) {
            boolean sources = directory.getName(i).toString().equals("src")
                    && directory.getName(i + 2).toString().equals("java");
            if (sources && i + 3 < directory.getNameCount()) {
                return directory.subpath(i + 3, directory.getNameCount());
            }
        }
        Path base = settings.baseDirectory();
        if (directory.startsWith(base)) {
            return base.relativize(directory);
        }
        return directory.subpath(directory.getNameCount() - 1, directory.getNameCount());
    }

    private static List<String> names(Path path) {
        List<String> names = new ArrayList<>();
        path.forEach(name -> names.add(name.toString()));
        return names;
    }
}
