package dev.retort.jpa;

import dev.retort.error.Advice;
import dev.retort.error.EntityModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds classes by what their files mention, in directories and jars, without loading any. */
final class ClassPathScan {

    private static final String SUFFIX = ".class";

    /** Annotations that make a class part of a mapping. */
    private static final Set<String> MAPPING = Set.of(
            "Ljakarta/persistence/Entity;",
            "Ljakarta/persistence/MappedSuperclass;",
            "Ljakarta/persistence/Embeddable;",
            "Ljakarta/persistence/Converter;");

    private final List<Path> places;
    private final Set<String> found = new TreeSet<>();

    ClassPathScan(List<Path> places) {
        this.places = places;
    }

    /**
     * The names of the candidates in a package and its sub-packages; of packages, those that have a {@code package-info}.
     *
     * @param packageName the package; empty for all
     * @throws EntityModelException when a candidate was compiled for a newer Java than the running one
     */
    Set<String> candidates(String packageName) {
        String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        for (Path place : places) {
            try {
                if (Files.isDirectory(place)) {
                    scanDirectory(place, folder);
                } else if (Files.isRegularFile(place)) {
                    scanJar(place, folder);
                }
            } catch (IOException e) {
                throw new EntityModelException("The classes in " + place + " cannot be read.", Advice.NONE, e);
            }
        }
        return found;
    }

    private void scanDirectory(Path root, String folder) throws IOException {
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return;
        }
        try (Stream<Path> files = Files.walk(start)) {
            for (Path file : files.filter(file -> file.toString().endsWith(SUFFIX))
                    .filter(Files::isRegularFile)
                    .toList()) {
                List<String> parts = new ArrayList<>();
                root.relativize(file).forEach(part -> parts.add(part.toString()));
                examine(String.join("/", parts), Files.readAllBytes(file));
            }
        }
    }

    private void scanJar(Path jar, String folder) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Enumeration<JarEntry> entries = file.entries();
            while (entries.hasMoreElements()) {
                JarEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.startsWith(folder) && name.endsWith(SUFFIX) && !name.startsWith("META-INF/")) {
                    try (InputStream in = file.getInputStream(entry)) {
                        examine(name, in.readAllBytes());
                    }
                }
            }
        }
    }

    private void examine(String path, byte[] bytes) throws IOException {
        ClassFile file = ClassFile.parse(bytes);
        String name = path.substring(0, path.length() - SUFFIX.length()).replace('/', '.');
        if (!name.endsWith("package-info") && !file.mentionsAny(MAPPING)) {
            return;
        }
        int running = Runtime.version().feature();
        if (file.release() > running) {
            throw new EntityModelException(
                    "Class " + name + " was compiled for Java " + file.release() + ", but this is Java " + running
                            + ".",
                    "Run Retort with Java " + file.release() + " or newer, or compile the application for Java "
                            + running + ".",
                    null);
        }
        found.add(name);
    }
}
