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

/** The application whose entities describe the schema: its class path, and whether its classes are those of its sources. */
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
     * @param parent sees Retort and what the host application has
     * @param together jars of Retort that have to be loaded together with the application's classes
     */
    Application(Settings settings, ClassLoader parent, List<Path> together) {
        this.settings = settings;
        this.maven = new MavenProject(settings.baseDirectory());
        this.parent = parent;
        this.together = List.copyOf(together);
        this.classPath = ClassPath.whole(settings);
    }

    /** The classes as they are now. A directory that is compiled into later is not seen: ask for fresh classes first. */
    ApplicationClasses classes() {
        if (loader == null) {
            List<Path> all = new ArrayList<>(together);
            all.addAll(classPath);
            loader = new URLClassLoader("application", ClassPath.urls(all), parent);
        }
        return new ApplicationClasses(classPath, loader);
    }

    /**
     * Makes sure that the classes are those of the sources: compiles, stops, or goes on, as the setting {@code compile} says.
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
