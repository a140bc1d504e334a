package dev.retort.model;

import java.nio.file.Path;
import java.util.List;

/**
 * An application's class path, as paths and as a class loader.
 *
 * @param classPath the directories and jars; missing ones are skipped
 * @param loader loads the application's classes and everything they need
 */
public record ApplicationClasses(List<Path> classPath, ClassLoader loader) {

    public ApplicationClasses {
        classPath = List.copyOf(classPath);
    }
}
