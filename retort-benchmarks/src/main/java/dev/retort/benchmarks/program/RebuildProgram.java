package dev.retort.benchmarks.program;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A table of SQLite made anew with another type of a column, as somebody writes it for this table. */
public final class RebuildProgram {

    /** The table, with places for its name and the type of a column. */
    public static final String TABLE = "CREATE TABLE %s (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(60), amount %s,"
            + " paid BOOLEAN, due DATE)";

    /** Its index. */
    public static final String INDEX = "CREATE INDEX loaded_name ON loaded (name)";

    private RebuildProgram() {}

    /**
     * Makes the table anew.
     *
     * @param arguments the JDBC address
     */
    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[0]);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            WorkTime time = WorkTime.start();
            statement.execute(TABLE.formatted("made", "TEXT"));
            statement.execute("INSERT INTO made (id, name, amount, paid, due) SELECT id, name, amount, paid, due"
                    + " FROM loaded");
            statement.execute("DROP TABLE loaded");
            statement.execute("ALTER TABLE made RENAME TO loaded");
            statement.execute(INDEX);
            connection.commit();
            time.print();
        }
    }
}
