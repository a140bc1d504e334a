package dev.retort.script.java;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes that were compiled from the script directory. They take precedence over those of the same name on the class path, which
 * may be older than their sources.
 */
public final class RevisionClassLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final Map<String, Path> directories;

    /**
     * A loader for some classes.
     *
     * @param directories the directory of each class, by its binary name
     * @param parent the parent class loader
     */
    public RevisionClassLoader(Map<String, Path> directories, ClassLoader parent) {
        super(parent);
        this.directories = directories;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!directories.containsKey(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(@Nullable String name) throws ClassNotFoundException {
        Path directory = name == null ? null : directories.get(name);
        if (name == null || directory == null) {
            throw new ClassNotFoundException(name);
        }
        try {
            byte[] bytes = Files.readAllBytes(directory.resolve(name.replace('.', '/') + ".class"));
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
