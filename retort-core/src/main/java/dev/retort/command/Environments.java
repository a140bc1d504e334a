package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.ConfigurationException;
import dev.retort.error.RetortException;
import dev.retort.plan.MigrationStep;
import dev.retort.runtime.MigrationListener;
import dev.retort.runtime.PreparedStep;
import dev.retort.runtime.RetortEnvironment;
import dev.retort.schema.QualifiedName;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Finds what a project says in Java, with the application's class path. */
public final class Environments {

    private static final RetortEnvironment NOTHING_SAID = new RetortEnvironment() {};

    private final Settings settings;
    private final ClassLoader loader;

    /**
     * The finder.
     *
     * @param parent sees Retort and what the host application has
     */
    public Environments(Settings settings, ClassLoader parent) {
        this.settings = settings;
        this.loader = applicationLoader(settings, parent);
    }

    private static ClassLoader applicationLoader(Settings settings, ClassLoader parent) {
        List<Path> classPath = ClassPath.of(settings);
        if (classPath.isEmpty()) {
            return parent;
        }
        List<URL> urls = new ArrayList<>();
        for (Path entry : classPath) {
            try {
                urls.add(entry.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new ConfigurationException(
                        ConfigKey.CLASSPATH.key(), "'" + entry + "' cannot be put on a class path.", null, null);
            }
        }
        return new URLClassLoader("application", urls.toArray(URL[]::new), parent);
    }

    /** Sees Retort and the application's classes. */
    public ClassLoader loader() {
        return loader;
    }

    /** The class that the setting names; without the setting one that says nothing. */
    public RetortEnvironment configured() {
        Optional<String> name = settings.text(ConfigKey.ENVIRONMENT);
        if (name.isEmpty()) {
            return NOTHING_SAID;
        }
        try {
            Object made =
                    Class.forName(name.get(), true, loader).getConstructor().newInstance();
            if (made instanceof RetortEnvironment environment) {
                return environment;
            }
            throw new ConfigurationException(
                    ConfigKey.ENVIRONMENT.key(),
                    "The class " + name.get() + " does not implement " + RetortEnvironment.class.getName() + ".",
                    null,
                    null);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new ConfigurationException(
                    ConfigKey.ENVIRONMENT.key(),
                    "The environment class " + name.get() + " cannot be made: " + e,
                    null,
                    "It must be on 'classpath' and have a public constructor without parameters.");
        }
    }

    /** An environment that takes its connections from a data source and says the rest as another one. */
    public static RetortEnvironment connectingTo(DataSource source, RetortEnvironment rest) {
        return new RetortEnvironment() {
            @Override
            public Optional<Connection> connect() throws SQLException {
                return Optional.of(source.getConnection());
            }

            @Override
            public boolean includesTable(QualifiedName table) {
                return rest.includesTable(table);
            }

            @Override
            public MigrationListener listener() {
                return rest.listener();
            }
        };
    }

    /** A listener that tells two others. */
    public static MigrationListener listeners(MigrationListener first, MigrationListener second) {
        if (second == MigrationListener.SILENT) {
            return first;
        }
        return new MigrationListener() {
            @Override
            public void planned(List<PreparedStep> steps) {
                first.planned(steps);
                second.planned(steps);
            }

            @Override
            public void waitingForLock(String holder) {
                first.waitingForLock(holder);
                second.waitingForLock(holder);
            }

            @Override
            public void resuming(String revision, String direction, int statementsDone) {
                first.resuming(revision, direction, statementsDone);
                second.resuming(revision, direction, statementsDone);
            }

            @Override
            public void stepStarted(MigrationStep step) {
                first.stepStarted(step);
                second.stepStarted(step);
            }

            @Override
            public void statementStarted(MigrationStep step, String sql) {
                first.statementStarted(step, sql);
                second.statementStarted(step, sql);
            }

            @Override
            public void stepApplied(MigrationStep step) {
                first.stepApplied(step);
                second.stepApplied(step);
            }

            @Override
            public void stepFinished(MigrationStep step, long durationMillis) {
                first.stepFinished(step, durationMillis);
                second.stepFinished(step, durationMillis);
            }

            @Override
            public void changedFiles(List<String> revisions) {
                first.changedFiles(revisions);
                second.changedFiles(revisions);
            }

            @Override
            public void failed(RetortException failure) {
                first.failed(failure);
                second.failed(failure);
            }
        };
    }
}
