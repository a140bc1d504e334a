package dev.retort.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A history as one competitor has it.
 *
 * @param competitor whose it is
 * @param history what it says
 * @param directory where it lies
 */
record Project(Competitor competitor, SampleHistory history, Path directory) {

    /**
     * Writes a history.
     *
     * @param parent where to make the project's directory
     */
    static Project write(Competitor competitor, SampleHistory history, Path parent) throws IOException {
        Path directory = Files.createTempDirectory(parent, "project");
        competitor.write(history, directory);
        return new Project(competitor, history, directory);
    }

    /** Applies what a database does not have yet. */
    Duration upgrade(Database database) throws IOException, InterruptedException {
        return competitor.upgrade(directory, database.url()).run();
    }
}
