package dev.retort.benchmarks;

import java.io.IOException;
import java.sql.SQLException;

/** Where the databases of a measurement come from. */
interface DatabaseServer extends AutoCloseable {

    /** The product's name. */
    String name();

    /**
     * Makes an empty database.
     *
     * @return its JDBC address, which says the user too
     */
    String create() throws SQLException;

    /** Removes a database. */
    void drop(String url) throws SQLException, IOException;

    @Override
    void close() throws IOException;
}
