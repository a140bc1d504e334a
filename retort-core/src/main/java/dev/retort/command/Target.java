package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.dialect.Dialect;
import dev.retort.migration.RecordingContext;
import dev.retort.runtime.Listeners;
import dev.retort.runtime.LockKeeper;
import dev.retort.runtime.OfflineScript;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.RetortEnvironment;
import dev.retort.spi.StopSignal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database of a project: the way to it, who hears what happens there, and what revisions are told when they run on it. */
public final class Target {

    private final Project project;
    private final RetortEnvironment environment;
    private final List<MigrationListener> listeners;
    private final StopSignal stop;
    private final String environmentName;
    private final Map<String, String> arguments;
    private final Connector connector;

    /**
     * A target.
     *
     * @param environment what the project says in Java
     * @param dataSource where connections come from, before the environment is asked; null for none
     * @param listeners who hears what happens, in this order
     * @param environmentName the name that revisions see; empty for none
     * @param arguments the values that revisions see
     * @param openingInBackground whether a connection to the url may be opened on another thread than the caller's
     */
    public Target(
            Project project,
            RetortEnvironment environment,
            @Nullable DataSource dataSource,
            List<MigrationListener> listeners,
            StopSignal stop,
            String environmentName,
            Map<String, String> arguments,
            boolean openingInBackground) {
        this.project = project;
        this.environment = environment;
        this.listeners = List.copyOf(listeners);
        this.stop = stop;
        this.environmentName = environmentName;
        this.arguments = Map.copyOf(arguments);
        this.connector = new Connector(project, environment, dataSource, this::lockKeeper, openingInBackground);
    }

    /** What the database shares with others. */
    public Project project() {
        return project;
    }

    RetortEnvironment environment() {
        return environment;
    }

    StopSignal stop() {
        return stop;
    }

    /** The way to the database. */
    Connector connector() {
        return connector;
    }

    /** Who hears what happens on an open database. */
    Listeners listeners(Database database) {
        return listeners(database.name());
    }

    /** The same before the database is open. */
    Listeners listeners(String database) {
        return new Listeners(database, listeners);
    }

    /** Waits for locks as long as the settings say. */
    LockKeeper lockKeeper(String database) {
        return new LockKeeper(
                Duration.ofSeconds(project.settings().number(ConfigKey.LOCK_TIMEOUT)), listeners(database), stop);
    }

    /** The dialect, without connecting: the one that the settings name, or else that of the address. */
    Dialect offlineDialect() {
        return project.settings()
                .text(ConfigKey.DIALECT)
                .map(project.dialects()::named)
                .orElseGet(() -> project.dialects().forUrl(connector.address().jdbcUrl()));
    }

    /** An empty script for a client of the database. */
    OfflineScript offlineScript(Dialect dialect) {
        return new OfflineScript(
                dialect,
                connector.tables(dialect).version(),
                project.settings().flag(ConfigKey.TRANSACTION_PER_MIGRATION));
    }

    RecordingContext recordingContext(Dialect dialect) {
        return new RecordingContext(dialect.name(), environmentName, arguments);
    }
}
