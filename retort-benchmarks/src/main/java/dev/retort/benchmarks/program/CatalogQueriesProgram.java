package dev.retort.benchmarks.program;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A program without a tool that asks a catalog the same and reads the answers, but makes nothing of them. */
public final class CatalogQueriesProgram {

    private CatalogQueriesProgram() {}

    /**
     * Asks.
     *
     * @param arguments the JDBC address and the file of the queries
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        List<RecordedQuery> queries = RecordedQuery.read(Path.of(arguments[1]));
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            WorkTime time = WorkTime.start();
            for (RecordedQuery query : queries) {
                query.run(connection);
            }
            time.print();
        }
    }
}
