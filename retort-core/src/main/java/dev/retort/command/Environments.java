package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.Advice;
import dev.retort.error.ConfigurationException;
import dev.retort.error.MissingClass;
import dev.retort.runtime.MigrationListener;
import dev.retort.runtime.RetortEnvironment;
import dev.retort.schema.SchemaObject;
import dev.retort.script.ScriptSettings;
import dev.retort.script.SourceClasses;
import dev.retort.sql.SqlSyntaxes;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
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
        List<Path> named = ClassPath.named(settings);
        this.loader = named.isEmpty() ? parent : new URLClassLoader("application", ClassPath.urls(named), parent);
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
            Object made = environmentClass(name.get()).getConstructor().newInstance();
            if (made instanceof RetortEnvironment environment) {
                return environment;
            }
            throw new ConfigurationException(
                    ConfigKey.ENVIRONMENT.key(),
                    "The class " + name.get() + " does not implement " + RetortEnvironment.class.getName() + ".",
                    null,
                    Advice.NONE);
        } catch (ClassNotFoundException e) {
            throw new ConfigurationException(
                    ConfigKey.ENVIRONMENT.key(),
                    "There is no class " + name.get() + ".",
                    null,
                    "It must be on 'classpath', or its source in the directory 'script_location'.");
        } catch (ReflectiveOperationException | LinkageError e) {
            Optional<MissingClass> missing = MissingClass.behind(e);
            throw new ConfigurationException(
                    ConfigKey.ENVIRONMENT.key(),
                    "The environment class " + name.get() + " cannot be made: "
                            + missing.map(found -> "the class " + found.name() + " is missing.")
                                    .orElseGet(e::toString),
                    null,
                    missing.map(MissingClass::remedy).orElse("It must have a public constructor without parameters."));
        }
    }

    /** The source wins over a compiled class, which may be older. */
    private Class<?> environmentClass(String name) throws ClassNotFoundException {
        // Nothing of SQL is read for a class.
        SqlSyntaxes none = new SqlSyntaxes(Map.of());
        ScriptSettings scripts = ClassPath.scriptSettings(settings, loader, none);
        Optional<Class<?>> written = SourceClasses.load(scripts, name, loader);
        return written.isPresent() ? written.get() : Class.forName(name, true, loader);
    }

    /** An environment that takes its connections from a data source and says the rest as another one. */
    public static RetortEnvironment connectingTo(DataSource source, RetortEnvironment rest) {
        return new RetortEnvironment() {
            @Override
            public Optional<Connection> connect() throws SQLException {
                return Optional.of(source.getConnection());
            }

            @Override
            public boolean includes(SchemaObject object) {
                return rest.includes(object);
            }

            @Override
            public MigrationListener listener() {
                return rest.listener();
            }
        };
    }
}
