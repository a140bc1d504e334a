package dev.retort.command;

import dev.retort.error.Advice;
import dev.retort.error.EntityModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sources that have changed since they were compiled, and classes without source. Entities are read from classes: a schema from outdated
 * classes is wrong without looking wrong.
 *
 * @param sourceRoots the source roots
 * @param classDirectories the output directories of the compiler
 */
record StaleClasses(List<Path> sourceRoots, List<Path> classDirectories) {

    private static final String SUFFIX = ".java";
    private static final String CLASS_SUFFIX = ".class";

    /** Every mapped class refers to this package. */
    private static final byte[] MAPPING = "Ljakarta/persistence/".getBytes(StandardCharsets.US_ASCII);

    /** The source file attribute of a class; sources of other languages have another suffix and are ignored. */
    private static final byte[] FROM_JAVA = SUFFIX.getBytes(StandardCharsets.US_ASCII);

    private static final Set<String> WITHOUT_CLASS = Set.of("package-info.java", "module-info.java");

    public StaleClasses {
        sourceRoots = List.copyOf(sourceRoots);
        classDirectories = List.copyOf(classDirectories);
    }

    /**
     * The sources that are newer than their class or have none, sorted.
     *
     * @throws EntityModelException when a directory cannot be read
     */
    public List<Path> sources() {
        List<Path> stale = new ArrayList<>();
        for (Path root : sourceRoots) {
            if (!Files.isDirectory(root)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(root)) {
                for (Path source :
                        files.filter(StaleClasses::isCompiled).sorted().toList()) {
                    if (isStale(root, source)) {
                        stale.add(source);
                    }
                }
            } catch (IOException e) {
                throw new EntityModelException("The sources in " + root + " cannot be read.", Advice.NONE, e);
            }
        }
        return stale;
    }

    /**
     * The mapped classes that were compiled from Java and that no source declares any more, sorted. A nested class belongs to the class
     * around it.
     *
     * @throws EntityModelException when a directory cannot be read
     */
    public List<Path> orphans() {
        List<Path> orphans = new ArrayList<>();
        for (Path directory : classDirectories) {
            if (!Files.isDirectory(directory)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file :
                        files.filter(StaleClasses::isTopLevelClass).sorted().toList()) {
                    if (!hasSource(directory.relativize(file)) && isMappingFromJava(Files.readAllBytes(file))) {
                        orphans.add(file);
                    }
                }
            } catch (IOException e) {
                throw new EntityModelException("The classes in " + directory + " cannot be read.", Advice.NONE, e);
            }
        }
        return orphans;
    }

    private static boolean isTopLevelClass(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(CLASS_SUFFIX)
                && !name.contains("$")
                && !name.contains("-info")
                && Files.isRegularFile(file);
    }

    /** Looks into the file with the class's name first, then into its neighbours, which may declare it too. */
    private boolean hasSource(Path classFile) throws IOException {
        String file = classFile.getFileName().toString();
        String name = file.substring(0, file.length() - CLASS_SUFFIX.length());
        for (Path root : sourceRoots) {
            if (Files.isRegularFile(root.resolve(classFile).resolveSibling(name + SUFFIX))) {
                return true;
            }
        }
        for (Path root : sourceRoots) {
            Path folder = root.resolve(classFile).getParent();
            if (folder != null && Files.isDirectory(folder)) {
                try (Stream<Path> neighbours = Files.list(folder)) {
                    for (Path source :
                            neighbours.filter(StaleClasses::isCompiled).toList()) {
                        if (declares(source, name)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private static boolean isMappingFromJava(byte[] content) {
        return contains(content, MAPPING) && contains(content, FROM_JAVA);
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int start = 0; start <= bytes.length - wanted.length; start++) {
            if (Arrays.equals(bytes, start, start + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCompiled(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(SUFFIX) && !WITHOUT_CLASS.contains(name) && Files.isRegularFile(file);
    }

    private boolean isStale(Path root, Path source) throws IOException {
        String relative = root.relativize(source).toString();
        String classFile = relative.substring(0, relative.length() - SUFFIX.length()) + ".class";
        Optional<Path> compiled = classDirectories.stream()
                .map(directory -> directory.resolve(classFile))
                .filter(Files::isRegularFile)
                .findFirst();
        if (compiled.isEmpty()) {
            return declaresItsClass(source);
        }
        FileTime changed = Files.getLastModifiedTime(source);
        return changed.compareTo(Files.getLastModifiedTime(compiled.get())) > 0;
    }

    /** A file may contain only classes with other names; then there is never a class with the name of the file. */
    private static boolean declaresItsClass(Path source) throws IOException {
        String file = source.getFileName().toString();
        return declares(source, file.substring(0, file.length() - SUFFIX.length()));
    }

    private static boolean declares(Path source, String name) throws IOException {
        Pattern declaration = Pattern.compile("\\b(class|interface|enum|record)\\s+" + Pattern.quote(name) + "\\b");
        return declaration
                .matcher(new String(Files.readAllBytes(source), StandardCharsets.UTF_8))
                .find();
    }
}
