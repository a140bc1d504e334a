package dev.retort.tests.entities;

import dev.retort.script.java.ClassPathLoader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A generation of Hibernate as an application has it. The class path of these tests holds none, and none of the entities. */
enum Hibernate {
    SIX(6),
    SEVEN(7);

    /** The entities that an application may have, compiled. */
    static final Path ENTITIES = Path.of("target", "classes").toAbsolutePath();

    /** What reads entities. */
    static final Path READER = Path.of("..", "retort-jpa", "target", "classes").toAbsolutePath();

    private static final Map<Hibernate, ClassLoader> APPLICATIONS = new ConcurrentHashMap<>();

    final int generation;

    Hibernate(int generation) {
        this.generation = generation;
    }

    /** Sees the entities, Hibernate and what reads the ones through the other. */
    ClassLoader application() {
        return APPLICATIONS.computeIfAbsent(this, Hibernate::loader);
    }

    private ClassLoader loader() {
        List<Path> classPath = new ArrayList<>(List.of(READER));
        classPath.addAll(classPath());
        return ClassPathLoader.of(classPath, Hibernate.class.getClassLoader()).loader();
    }

    /** The application's own: its entities and Hibernate. */
    List<Path> classPath() {
        Path jars = Path.of("..", "retort-jpa", "hibernate-" + generation, "target", "class-path");
        List<Path> classPath = new ArrayList<>(List.of(ENTITIES));
        try {
            for (String jar : Files.readString(jars).strip().split(File.pathSeparator, -1)) {
                classPath.add(Path.of(jar));
            }
            return classPath;
        } catch (IOException e) {
            throw new UncheckedIOException("There is no " + jars + ": run 'mvn verify'.", e);
        }
    }
}
