package dev.retort.operation;

import java.sql.Connection;

/** Work on the data that is written in Java. */
@FunctionalInterface
public interface DataStep {

    /**
     * Does the work on the connection that runs the migration. Must not commit, roll back or close it.
     *
     * @throws Exception whatever goes wrong; the step then fails and is rolled back
     */
    void run(Connection connection) throws Exception;
}
