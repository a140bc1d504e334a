package dev.retort.operation;

import java.sql.Connection;

/** A data step in Java. */
@FunctionalInterface
public interface DataStep {

    /**
     * Runs on the connection of the migration. Must not commit, roll back or close it.
     *
     * @throws Exception whatever goes wrong; the step then fails and is rolled back
     */
    void run(Connection connection) throws Exception;
}
