package dev.retort.script.java;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** The class loader of a class path, on top of this library. Close it after the last use of a class. */
public final class ClassPathLoader implements AutoCloseable {

    private final URLClassLoader loader;

    private ClassPathLoader(URLClassLoader loader) {
        this.loader = loader;
    }

    /** The classes of a class path, after those of a parent loader. */
    public static ClassPathLoader of(List<Path> classPath, ClassLoader parent) {
        URL[] urls = classPath.stream().map(ClassPathLoader::url).toArray(URL[]::new);
        return new ClassPathLoader(new URLClassLoader(urls, parent));
    }

    public Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, true, loader);
    }

    public ClassLoader loader() {
        return loader;
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    /** A loader if it sees this library, like that of a thread in a web container; else the library's own. */
    public static ClassLoader seeingThisLibrary(ClassLoader candidate) {
        ClassLoader own = ClassPathLoader.class.getClassLoader();
        try {
            boolean sees = Class.forName(ClassPathLoader.class.getName(), false, candidate) == ClassPathLoader.class;
            return sees ? candidate : own;
        } catch (ClassNotFoundException e) {
            return own;
        }
    }

    static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("No class path entry: " + path, e);
        }
    }
}
