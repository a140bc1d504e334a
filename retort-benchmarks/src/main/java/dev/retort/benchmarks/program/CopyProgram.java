package dev.retort.benchmarks.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** The rows of a CSV file through COPY, as the driver of PostgreSQL sends them. */
public final class CopyProgram {

    private CopyProgram() {}

    /**
     * Copies.
     *
     * @param arguments the JDBC address and the file
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            connection.setAutoCommit(false);
            WorkTime time = WorkTime.start();
            try (InputStream rows = Files.newInputStream(Path.of(arguments[1]))) {
                long unused = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY loaded FROM STDIN WITH (FORMAT csv, HEADER)", rows);
            }
            connection.commit();
            time.print();
        }
    }
}
