package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.dialect.Dialect;
import dev.retort.error.Advice;
import dev.retort.error.ConfigurationException;
import dev.retort.migration.Naming;
import dev.retort.migration.RecordingContext;
import dev.retort.runtime.Listeners;
import dev.retort.runtime.LockKeeper;
import dev.retort.runtime.OfflineScript;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.RetortEnvironment;
import dev.retort.spi.StopSignal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One database of a project: how to connect to it, its listeners, and what revisions get when they run on it. */
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
     * @param environment the environment of the project
     * @param dataSource a data source for connections, before the environment is asked; null for none
     * @param listeners the listeners, in this order
     * @param environmentName the name that revisions get; empty for none
     * @param arguments the arguments that revisions get
     * @param openingInBackground whether connections to the url may be opened on another thread than the caller's
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

    /** The project, which other databases may share. */
    public Project project() {
        return project;
    }

    RetortEnvironment environment() {
        return environment;
    }

    StopSignal stop() {
        return stop;
    }

    /** The connector of the database. */
    Connector connector() {
        return connector;
    }

    /** The listeners of an open database. */
    Listeners listeners(Database database) {
        return listeners(database.name());
    }

    /** The listeners before the database is open. */
    Listeners listeners(String database) {
        return new Listeners(database, listeners);
    }

    /** A lock keeper with the timeout of the settings. */
    LockKeeper lockKeeper(String database) {
        return new LockKeeper(project.lockTimeout(), listeners(database), stop);
    }

    /**
     * The dialect, without connecting: the one in the settings, or else that of the address.
     *
     * @throws ConfigurationException when the settings have neither
     */
    Dialect offlineDialect() {
        Optional<String> name = project.settings().text(ConfigKey.DIALECT);
        if (name.isEmpty() && !connector.hasAddress()) {
            throw new ConfigurationException(
                    ConfigKey.DIALECT.key(),
                    "The dialect of the SQL is unknown: offline SQL connects to no database, and there is no url.",
                    null,
                    Advice.of(
                            "Set {} to one of {}.",
                            Advice.setting(ConfigKey.DIALECT.key()),
                            Advice.of(String.join(", ", project.dialects().supported()))));
        }
        return name.map(project.dialects()::named)
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
        Naming naming = new Naming(project.namingConvention(), dialect.identifiers());
        return new RecordingContext(dialect.name(), environmentName, arguments, naming)
                .with(Set.copyOf(project.dialects().supported()));
    }
}
