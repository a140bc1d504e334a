package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.dialect.Dialects;
import dev.retort.error.ConfigurationException;
import dev.retort.plan.MigrationPlanner;
import dev.retort.revision.RevisionGraph;
import dev.retort.script.ScriptDirectory;
import dev.retort.script.ScriptSettings;
import dev.retort.spi.RetortEnvironment;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in files: the settings, the revisions and their graph, the application's classes. Each is read once, when it is first needed.
 * Independent of databases and thread-safe, so that several databases may share a project.
 */
public final class Project {

    private final Settings settings;
    private final ClassLoader hostLoader;
    private final List<Path> modules;
    private final ClassLoader loader;
    private final Dialects dialects;
    private final boolean toWrite;
    private @Nullable ScriptDirectory scripts;
    private @Nullable RevisionGraph graph;

    /**
     * A project.
     *
     * @param hostLoader the class loader of Retort and the host application
     * @param modules jars of Retort that must be loaded together with the application's classes
     */
    public Project(Settings settings, ClassLoader hostLoader, List<Path> modules) {
        this(settings, hostLoader, modules, false);
    }

    private Project(Settings settings, ClassLoader hostLoader, List<Path> modules, boolean toWrite) {
        this.settings = settings;
        this.hostLoader = hostLoader;
        this.modules = List.copyOf(modules);
        this.loader = applicationLoader(settings, hostLoader);
        this.dialects = Dialects.loadedFrom(loader);
        this.toWrite = toWrite;
    }

    /** A project for a command that writes a revision file, which may be the first one in its location. */
    public static Project toWrite(Settings settings, ClassLoader hostLoader, List<Path> modules) {
        return new Project(settings, hostLoader, modules, true);
    }

    private static ClassLoader applicationLoader(Settings settings, ClassLoader hostLoader) {
        List<Path> named = ClassPath.named(settings);
        return named.isEmpty() ? hostLoader : new URLClassLoader("application", ClassPath.urls(named), hostLoader);
    }

    public Settings settings() {
        return settings;
    }

    /** The class loader of Retort and of the application's classes and drivers. */
    ClassLoader loader() {
        return loader;
    }

    /** The dialects on the application's class path and of Retort. */
    Dialects dialects() {
        return dialects;
    }

    /** The application whose entities describe the schema; the caller closes it. */
    Application application() {
        return new Application(settings, hostLoader, modules);
    }

    /** A new environment of the configured class, or one without behaviour if none is configured. */
    public RetortEnvironment environment() {
        return EnvironmentClass.of(settings, loader);
    }

    /** The revision files. */
    synchronized ScriptDirectory scripts() {
        if (scripts == null) {
            ScriptSettings found = ClassPath.scriptSettings(settings, hostLoader, dialects.syntaxes());
            scripts = toWrite ? ScriptDirectory.openToWrite(found) : ScriptDirectory.open(found);
        }
        return scripts;
    }

    /** The graph of the revision files. */
    synchronized RevisionGraph graph() {
        if (graph == null) {
            graph = RevisionGraph.of(scripts().headers());
        }
        return graph;
    }

    MigrationPlanner planner() {
        return new MigrationPlanner(graph(), settings.required(ConfigKey.VERSION_TABLE));
    }

    /** Refuses a command that needs a directory of files if the revisions are on the class path. */
    void requireFiles(String command) {
        if (settings.required(ConfigKey.SCRIPT_LOCATION).startsWith("classpath:")) {
            throw new ConfigurationException(
                    ConfigKey.SCRIPT_LOCATION.key(),
                    "'" + command + "' writes files, but the revisions are on the class path.",
                    null,
                    "Run it where the sources are.");
        }
    }
}
