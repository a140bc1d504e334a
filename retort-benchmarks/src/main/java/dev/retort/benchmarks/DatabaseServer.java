package dev.retort.benchmarks;

import java.io.IOException;
import java.sql.SQLException;

/** Where the databases of a measurement come from. */
interface DatabaseServer extends AutoCloseable {

    /** The product's name. */
    String name();

    /** The directory of jars that has its driver. */
    String drivers();

    /** Whether histories are run on it. */
    boolean runsHistories();

    /** Whether schemas are compared on it. */
    boolean comparesSchemas();

    /**
     * Makes an empty database.
     *
     * @return its JDBC address, which says the user too
     */
    String create() throws SQLException;

    /** Whether Retort makes tables anew on it. The standard answer is no. */
    default boolean rebuildsTables() {
        return false;
    }

    /** Whether its driver sends rows by COPY. The standard answer is no. */
    default boolean hasCopy() {
        return false;
    }

    /** The heap of a process that inserts many rows. The standard answer is what any number of them needs. */
    default String heapForRows() {
        return "128m";
    }

    /** Has the server count what a database holds, as it does by and by. The standard answer is nothing. */
    default void analyze(String url) throws SQLException {}

    /** Removes a database. */
    void drop(String url) throws SQLException, IOException;

    @Override
    void close() throws IOException;
}
