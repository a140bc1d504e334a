package dev.retort.benchmarks.program;

import org.flywaydb.core.Flyway;

/** Flyway with its default settings. */
public final class FlywayProgram {

    private FlywayProgram() {}

    /**
     * Migrates.
     *
     * @param arguments the JDBC address and the directory of the files
     */
    public static void main(String[] arguments) {
        Flyway.configure()
                .dataSource(arguments[0], null, null)
                .locations("filesystem:" + arguments[1])
                .load()
                .migrate();
    }
}
