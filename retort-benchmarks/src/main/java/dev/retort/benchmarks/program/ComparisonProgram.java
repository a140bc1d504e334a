package dev.retort.benchmarks.program;

import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Retort comparing a database with the schema that it was made of. The desired schema is there before the time begins. */
public final class ComparisonProgram {

    private ComparisonProgram() {}

    /**
     * Compares.
     *
     * @param arguments the JDBC address and the number of tables that are desired
     */
    public static void main(String[] arguments) throws SQLException {
        List<Table> desired = SampleSchema.of(Integer.parseInt(arguments[1]));
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            WorkTime time = WorkTime.start();
            List<String> differences = new RetortSchema(connection).differences(desired);
            if (!differences.isEmpty()) {
                throw new IllegalStateException("What should be the same differs:\n" + String.join("\n", differences));
            }
            time.print();
        }
    }
}
