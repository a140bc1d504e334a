package dev.retort.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** One of those who are measured. */
interface Competitor {

    /** The name as the table shows it. */
    String name();

    /**
     * Writes a history in the competitor's form.
     *
     * @param directory an empty directory
     */
    void write(SampleHistory history, Path directory) throws IOException;

    /**
     * A process that applies what a database does not have yet.
     *
     * @param directory what {@link #write} wrote into
     * @param url the JDBC address, which says the user too
     */
    Launch upgrade(Path directory, String url);
}
