package dev.retort.benchmarks.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The rows of a CSV file without quotes in batches, as somebody writes it for this file and its table. */
public final class BatchProgram {

    private static final int ROWS_PER_BATCH = 1_000;

    private BatchProgram() {}

    /**
     * Inserts.
     *
     * @param arguments the JDBC address and the file
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            connection.setAutoCommit(false);
            WorkTime time = WorkTime.start();
            try (BufferedReader rows = Files.newBufferedReader(Path.of(arguments[1]));
                    PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO loaded (id, name, amount, paid, due) VALUES (?, ?, ?, ?, ?)")) {
                String unusedHeader = rows.readLine();
                int waiting = 0;
                for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                    String[] values = row.split(",", -1);
                    insert.setInt(1, Integer.parseInt(values[0]));
                    insert.setString(2, values[1]);
                    insert.setBigDecimal(3, new BigDecimal(values[2]));
                    insert.setBoolean(4, Boolean.parseBoolean(values[3]));
                    insert.setString(5, values[4]);
                    insert.addBatch();
                    if (++waiting == ROWS_PER_BATCH) {
                        int[] unused = insert.executeBatch();
                        waiting = 0;
                    }
                }
                if (waiting > 0) {
                    int[] unused = insert.executeBatch();
                }
            }
            connection.commit();
            time.print();
        }
    }
}
