package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.Advice;
import dev.retort.error.ConfigurationException;
import dev.retort.error.MissingClass;
import dev.retort.script.ScriptSettings;
import dev.retort.script.SourceClasses;
import dev.retort.spi.RetortEnvironment;
import dev.retort.sql.SqlSyntaxes;
import java.util.Map;
import java.util.Optional;

/** Loads the environment class that the settings name. */
final class EnvironmentClass {

    private static final RetortEnvironment NOTHING_SAID = new RetortEnvironment() {};

    private EnvironmentClass() {}

    /** A new environment. */
    static RetortEnvironment of(Settings settings, ClassLoader loader) {
        Optional<String> name = settings.text(ConfigKey.ENVIRONMENT);
        if (name.isEmpty()) {
            return NOTHING_SAID;
        }
        try {
            Object made = load(name.get(), settings, loader).getConstructor().newInstance();
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
                    "The environment class " + name.get() + " cannot be instantiated: "
                            + missing.map(found -> "the class " + found.name() + " is missing.")
                                    .orElseGet(e::toString),
                    null,
                    missing.map(MissingClass::remedy).orElse("It must have a public constructor without parameters."));
        }
    }

    /** The source takes precedence over a compiled class, which may be older. */
    private static Class<?> load(String name, Settings settings, ClassLoader loader) throws ClassNotFoundException {
        // SQL is irrelevant for a class.
        SqlSyntaxes none = new SqlSyntaxes(Map.of());
        ScriptSettings scripts = ClassPath.scriptSettings(settings, loader, none);
        Optional<Class<?>> written = SourceClasses.load(scripts, name, loader);
        return written.isPresent() ? written.get() : Class.forName(name, true, loader);
    }
}
