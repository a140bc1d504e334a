package dev.retort.tests.run;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command on one database.
 *
 * @param folder the folder of the revisions
 * @param lockTimeout how long to wait for another run, in seconds
 * @param upgrade whether to upgrade; else it is a downgrade
 * @param target the target
 */
record RunSetup(
        Path folder,
        int lockTimeout,
        boolean upgrade,
        String target,
        String url,
        @Nullable String user,
        @Nullable String password) {

    /** The target of a run of what was missed. */
    static final String MISSED = "--missed";

    static RunSetup upgrade(Path folder, TestDatabase database) {
        return new RunSetup(folder, 60, true, "heads", database.jdbcUrl(), database.user(), database.password());
    }

    static RunSetup downgrade(Path folder, TestDatabase database) {
        return new RunSetup(folder, 60, false, "base", database.jdbcUrl(), database.user(), database.password());
    }

    RunSetup withLockTimeout(int seconds) {
        return new RunSetup(folder, seconds, upgrade, target, url, user, password);
    }

    RunSetup withTarget(String other) {
        return new RunSetup(folder, lockTimeout, upgrade, other, url, user, password);
    }

    static RunSetup fromArguments(String[] arguments) {
        boolean login = arguments.length > 5;
        return new RunSetup(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                Boolean.parseBoolean(arguments[2]),
                arguments[3],
                arguments[4],
                login ? arguments[5] : null,
                login ? arguments[6] : null);
    }

    List<String> arguments() {
        List<String> plain =
                List.of(folder.toString(), Integer.toString(lockTimeout), Boolean.toString(upgrade), target, url);
        return user == null || password == null
                ? plain
                : List.of(plain.get(0), plain.get(1), plain.get(2), plain.get(3), url, user, password);
    }

    Settings settings() {
        Settings settings = Settings.empty(folder)
                .with(ConfigKey.URL, url)
                .with(ConfigKey.SCRIPT_LOCATION, folder.toString())
                .with(ConfigKey.LOCK_TIMEOUT, lockTimeout);
        if (user != null && password != null) {
            settings = settings.with(ConfigKey.USER, user).with(ConfigKey.PASSWORD, password);
        }
        return settings;
    }

    Retort retort(MigrationListener listener) {
        return Retort.configure().settings(settings()).listener(listener).load();
    }

    /** The same with the revisions that an application has on its class path. */
    Retort packaged(ClassLoader application) {
        return Retort.configure()
                .settings(settings())
                .scriptLocation("classpath:versions")
                .classLoader(application)
                .load();
    }

    void run(MigrationListener listener) {
        if (target.equals(MISSED)) {
            retort(listener).upgradeMissed();
        } else if (upgrade) {
            retort(listener).upgrade(target);
        } else {
            retort(listener).downgrade(target);
        }
    }
}
