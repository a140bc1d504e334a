package dev.retort.command;

import dev.retort.config.Settings;
import dev.retort.error.EntityModelException;
import dev.retort.model.ApplicationClasses;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The application whose entities describe the schema: its class path, and whether its classes are up to date. */
final class Application implements AutoCloseable {

    private final Settings settings;
    private final MavenProject maven;
    private final ClassLoader parent;
    private final List<Path> together;
    private final List<Path> classPath;
    private @Nullable URLClassLoader loader;

    /**
     * The application of a project.
     *
     * @param parent the parent class loader, with Retort and the classes of the host application
     * @param together jars of Retort that must be loaded together with the application's classes
     */
    Application(Settings settings, ClassLoader parent, List<Path> together) {
        this.settings = settings;
        this.maven = new MavenProject(settings.baseDirectory());
        this.parent = parent;
        this.together = List.copyOf(together);
        this.classPath = ClassPath.whole(settings);
    }

    /** The classes as they are now. Ask for fresh classes first: directories that are created later are not seen. */
    ApplicationClasses classes() {
        if (loader == null) {
            List<Path> all = new ArrayList<>(together);
            all.addAll(classPath);
            loader = new URLClassLoader("application", ClassPath.urls(all), parent);
        }
        return new ApplicationClasses(classPath, loader);
    }

    /**
     * Makes sure that the classes are up to date: compiles, fails, or ignores it, depending on the setting {@code compile}.
     *
     * @throws EntityModelException when sources are newer than their classes and are not compiled
     */
    void requireFreshClasses() {
        new Compilation(settings, maven, classPath).requireFreshClasses();
    }

    @Override
    public void close() {
        if (loader == null) {
            return;
        }
        try {
            loader.close();
        } catch (IOException e) {
            System.getLogger(Application.class.getName())
                    .log(System.Logger.Level.DEBUG, "The application's jars cannot be closed.", e);
        }
    }
}
