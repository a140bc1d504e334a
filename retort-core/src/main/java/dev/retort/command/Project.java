package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.dialect.Dialects;
import dev.retort.error.ConfigurationException;
import dev.retort.error.ScriptException;
import dev.retort.plan.MigrationPlanner;
import dev.retort.revision.RevisionGraph;
import dev.retort.schema.NamingConvention;
import dev.retort.script.LoadedScripts;
import dev.retort.script.RevisionScript;
import dev.retort.script.ScriptDirectory;
import dev.retort.script.ScriptSettings;
import dev.retort.spi.RetortEnvironment;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in files: the settings, the revisions, compiled, and their graph, the application's classes. Each is read once, when it is first
 * needed. Independent of databases and thread-safe, so that several databases may share a project.
 */
public final class Project implements AutoCloseable {

    private final Settings settings;
    private final ClassLoader hostLoader;
    private final List<Path> modules;
    private final ClassLoader loader;
    private final Dialects dialects;
    private final boolean toWrite;
    private @Nullable ScriptDirectory scripts;
    private @Nullable RevisionGraph graph;
    private final Map<String, RevisionScript> loaded = new HashMap<>();
    private final List<LoadedScripts> open = new ArrayList<>();

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

    /** How long to wait for what another session has locked. */
    Duration lockTimeout() {
        return Duration.ofSeconds(settings.number(ConfigKey.LOCK_TIMEOUT));
    }

    NamingConvention namingConvention() {
        return NamingConvention.of(settings.table(ConfigKey.NAMING_CONVENTION));
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

    /**
     * The scripts of revisions by id, ready to record. What they record may run until the project is closed.
     *
     * @throws ScriptException if one does not compile, there is no compiler, or a class cannot be used
     */
    synchronized Map<String, RevisionScript> load(Collection<String> ids) {
        List<String> missing =
                ids.stream().filter(id -> !loaded.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            LoadedScripts scripts = scripts().load(missing);
            open.add(scripts);
            missing.forEach(id -> loaded.put(id, scripts.script(id)));
        }
        return Map.copyOf(loaded);
    }

    MigrationPlanner planner() {
        return new MigrationPlanner(graph(), settings.required(ConfigKey.VERSION_TABLE));
    }

    /** Closes the class loaders of the revisions. */
    @Override
    public synchronized void close() {
        open.forEach(LoadedScripts::close);
        open.clear();
        loaded.clear();
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
