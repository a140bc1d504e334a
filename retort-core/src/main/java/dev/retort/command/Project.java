package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.error.ConfigurationException;
import dev.retort.migration.RecordingContext;
import dev.retort.plan.MigrationPlanner;
import dev.retort.revision.RevisionGraph;
import dev.retort.runtime.LockKeeper;
import dev.retort.runtime.MigrationListener;
import dev.retort.runtime.OfflineScript;
import dev.retort.runtime.RetortEnvironment;
import dev.retort.runtime.StopSignal;
import dev.retort.script.ScriptDirectory;
import dev.retort.script.ScriptSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the commands of one call share: the settings, the revision files, the way to the database. Reads what it is asked for, once. */
public final class Project {

    private final Settings settings;
    private final ClassLoader hostLoader;
    private final List<Path> modules;
    private final String environmentName;
    private final Map<String, String> arguments;
    private final RetortEnvironment environment;
    private final MigrationListener listener;
    private final StopSignal stop;
    private final Dialects dialects;
    private final Connector connector;
    private @Nullable ScriptDirectory scripts;
    private @Nullable RevisionGraph graph;

    /**
     * A project.
     *
     * @param loader sees the application's classes and drivers
     * @param hostLoader sees Retort and what the host application has
     * @param modules jars of Retort that have to be loaded together with the application's classes
     * @param environmentName the name given with {@code --env}; empty for none
     * @param arguments the values given with {@code -x}
     * @param environment what the project says in Java
     * @param openingInBackground whether a connection to the url may be opened on another thread than the caller's
     */
    public Project(
            Settings settings,
            ClassLoader loader,
            ClassLoader hostLoader,
            List<Path> modules,
            String environmentName,
            Map<String, String> arguments,
            RetortEnvironment environment,
            MigrationListener listener,
            StopSignal stop,
            boolean openingInBackground) {
        this.settings = settings;
        this.hostLoader = hostLoader;
        this.modules = List.copyOf(modules);
        this.environmentName = environmentName;
        this.arguments = Map.copyOf(arguments);
        this.environment = environment;
        this.listener = listener;
        this.stop = stop;
        this.dialects = Dialects.loadedFrom(loader);
        this.connector = new Connector(settings, dialects, environment, loader, lockKeeper(), openingInBackground);
    }

    public Settings settings() {
        return settings;
    }

    /** The application whose entities describe the schema; whoever asked closes it. */
    Application application() {
        return new Application(settings, hostLoader, modules);
    }

    RetortEnvironment environment() {
        return environment;
    }

    MigrationListener listener() {
        return listener;
    }

    /** Waits for locks as long as the settings say. */
    LockKeeper lockKeeper() {
        return new LockKeeper(Duration.ofSeconds(settings.number(ConfigKey.LOCK_TIMEOUT)), listener, stop);
    }

    StopSignal stop() {
        return stop;
    }

    /** The revision files. */
    ScriptDirectory scripts() {
        if (scripts == null) {
            scripts = ScriptDirectory.open(scriptSettings());
        }
        return scripts;
    }

    /** Reads the revision files for a command that writes another, which may be the first one in its location. */
    void openToWrite() {
        scripts = ScriptDirectory.openToWrite(scriptSettings());
    }

    private ScriptSettings scriptSettings() {
        return ClassPath.scriptSettings(settings, hostLoader, dialects.syntaxes());
    }

    /** The graph of the revision files. */
    RevisionGraph graph() {
        if (graph == null) {
            graph = RevisionGraph.of(scripts().headers());
        }
        return graph;
    }

    MigrationPlanner planner() {
        return new MigrationPlanner(graph(), settings.required(ConfigKey.VERSION_TABLE));
    }

    /** The way to the database. */
    Connector connector() {
        return connector;
    }

    /** The dialect, without connecting: the one that the settings name, or else that of the address. */
    Dialect offlineDialect() {
        return settings.text(ConfigKey.DIALECT)
                .map(dialects::named)
                .orElseGet(() -> dialects.forUrl(connector.address().jdbcUrl()));
    }

    /** An empty script for a client of the database. */
    OfflineScript offlineScript(Dialect dialect) {
        return new OfflineScript(
                dialect, connector.tables(dialect).version(), settings.flag(ConfigKey.TRANSACTION_PER_MIGRATION));
    }

    RecordingContext recordingContext(Dialect dialect) {
        return new RecordingContext(dialect.name(), environmentName, arguments);
    }

    /** Refuses what needs a directory of files, on a project whose revisions are on the class path. */
    void requireFiles(String command) {
        if (settings.required(ConfigKey.SCRIPT_LOCATION).startsWith("classpath:")) {
            throw new ConfigurationException(
                    ConfigKey.SCRIPT_LOCATION.key(),
                    "'" + command + "' writes files, and the revisions are on the class path.",
                    null,
                    "Call it where the sources are.");
        }
    }
}
