package dev.retort.benchmarks.program;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Retort reading the schema of a database. */
public final class InspectionProgram {

    private InspectionProgram() {}

    /**
     * Reads.
     *
     * @param arguments the JDBC address and the number of tables that are there
     */
    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            WorkTime time = WorkTime.start();
            int found = new RetortSchema(connection).inspect().tables().size();
            if (found != Integer.parseInt(arguments[1])) {
                throw new IllegalStateException(found + " tables are found instead of " + arguments[1]);
            }
            time.print();
        }
    }
}
