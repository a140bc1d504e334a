package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.Advice;
import dev.retort.error.EntityModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes sure that the application's classes are up to date. */
final class Compilation {

    private final Settings settings;
    private final MavenProject maven;
    private final List<Path> classPath;

    Compilation(Settings settings, MavenProject maven, List<Path> classPath) {
        this.settings = settings;
        this.maven = maven;
        this.classPath = List.copyOf(classPath);
    }

    /**
     * Compiles changed sources, or fails, depending on the settings.
     *
     * @throws EntityModelException when the classes are out of date and are not compiled
     */
    void requireFreshClasses() {
        String compile = settings.required(ConfigKey.COMPILE);
        if (compile.equals("off")) {
            return;
        }
        StaleClasses classes = classes();
        List<Path> changed = changedSources(classes);
        List<Path> orphans = orphans(classes);
        if (changed.isEmpty() && orphans.isEmpty()) {
            return;
        }
        if (compile.equals("auto") && maven.exists()) {
            maven.compile();
            changed = changedSources(classes);
            // Maven deletes only the classes of which it remembers that it created them.
            orphans = orphans(classes);
        }
        if (!changed.isEmpty()) {
            throw refusal(changed, "source", "newer than its class", "newer than their classes", "mvn compile.");
        }
        if (!orphans.isEmpty()) {
            throw refusal(
                    orphans,
                    "class",
                    "without a source",
                    "without a source",
                    "mvn clean compile. If their sources lie outside of src, set compile = \"off\".");
        }
    }

    private EntityModelException refusal(List<Path> files, String what, String one, String several, String advice) {
        String example = settings.baseDirectory().relativize(files.get(0)).toString();
        return new EntityModelException(
                files.size() == 1
                        ? "The " + what + " " + example + " is " + one + "."
                        : files.size() + " files are " + several + ", the " + what + " " + example + " among them.",
                maven.exists() ? "Compile them: " + advice : "Compile them first.",
                null);
    }

    private List<Path> changedSources(StaleClasses classes) {
        Path revisions = settings.path(settings.required(ConfigKey.SCRIPT_LOCATION));
        return classes.sources().stream()
                .filter(source -> !source.startsWith(revisions))
                .toList();
    }

    /** Plugins add further roots; their sources are searched for in the whole {@code src} of the module. */
    private static List<Path> orphans(StaleClasses classes) {
        return classes.orphans().stream()
                .filter(orphan -> !hasSource(orphan, classes))
                .toList();
    }

    private static boolean hasSource(Path orphan, StaleClasses classes) {
        for (Path directory : classes.classDirectories()) {
            Optional<Path> sources = MavenProject.moduleOf(directory).map(module -> module.resolve("src"));
            if (orphan.startsWith(directory) && sources.isPresent()) {
                String name = directory.relativize(orphan).toString().replaceFirst("class$", "java");
                return isBelow(sources.get(), Path.of(name));
            }
        }
        return false;
    }

    private static boolean isBelow(Path root, Path file) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.anyMatch(path -> path.endsWith(file));
        } catch (IOException | UncheckedIOException e) {
            throw new EntityModelException("The sources in " + root + " cannot be read.", Advice.NONE, e);
        }
    }

    private StaleClasses classes() {
        List<Path> sources = new ArrayList<>();
        List<Path> directories = new ArrayList<>();
        for (Path entry : classPath) {
            sourceRoot(entry).ifPresent(root -> {
                sources.add(root);
                sources.addAll(generatedRoots(entry));
                directories.add(entry);
            });
        }
        return new StaleClasses(sources, directories);
    }

    /** The source directory from which Maven compiles a directory of classes. */
    private static Optional<Path> sourceRoot(Path classes) {
        return MavenProject.moduleOf(classes)
                .map(root -> root.resolve("src/main/java"))
                .filter(Files::isDirectory);
    }

    /** The directories of generated sources that Maven compiles into a directory of classes. */
    private static List<Path> generatedRoots(Path classes) {
        Path generated = classes.resolveSibling("generated-sources");
        if (!Files.isDirectory(generated)) {
            return List.of();
        }
        try (Stream<Path> roots = Files.list(generated)) {
            return roots.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new EntityModelException("The sources in " + generated + " cannot be read.", Advice.NONE, e);
        }
    }
}
