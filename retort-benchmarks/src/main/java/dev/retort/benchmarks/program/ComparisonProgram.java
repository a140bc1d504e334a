package dev.retort.benchmarks.program;

import dev.retort.schema.Table;
import java.io.IOException;
import java.nio.file.Path;
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
     * @param arguments the JDBC address, the number of tables that are desired, and the file with what an earlier comparison has kept;
     *     without it the comparison is the first one
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        List<Table> desired = SampleSchema.of(Integer.parseInt(arguments[1]));
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            WorkTime time = WorkTime.start();
            RetortSchema schema = new RetortSchema(connection);
            List<String> differences = arguments.length == 2
                    ? schema.differences(desired)
                    : schema.differences(desired, Path.of(arguments[2]));
            if (!differences.isEmpty()) {
                throw new IllegalStateException("What should be the same differs:\n" + String.join("\n", differences));
            }
            time.print();
        }
    }
}
