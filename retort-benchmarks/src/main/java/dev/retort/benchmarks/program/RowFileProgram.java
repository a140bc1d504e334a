package dev.retort.benchmarks.program;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import java.nio.file.Path;

/** Retort upgrading through a revision that inserts the rows of a CSV file, after one that does nothing. */
public final class RowFileProgram {

    private RowFileProgram() {}

    /**
     * Upgrades.
     *
     * @param arguments the JDBC address and the folder of the revisions
     */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        Settings settings = Settings.empty(folder)
                .with(ConfigKey.URL, arguments[0])
                .with(ConfigKey.SCRIPT_LOCATION, folder.toString());
        Retort retort = Retort.configure().settings(settings).load();
        retort.upgrade("r1");
        WorkTime time = WorkTime.start();
        retort.upgrade("heads");
        time.print();
    }
}
