package dev.retort.benchmarks;

import dev.retort.benchmarks.program.BatchProgram;
import dev.retort.benchmarks.program.CopyProgram;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Fills a table from a CSV file by a revision, beside what somebody writes for this table and this file alone.
 */
final class LoadingBenchmark {

    private static final String TABLE = "CREATE TABLE loaded (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(60),"
            + " amount DECIMAL(10, 2), paid BOOLEAN, due DATE)";

    private static final String REVISION = """
            package versions;

            import static dev.retort.rows.RowFiles.csv;

            import dev.retort.migration.Migration;
            import dev.retort.migration.Operations;
            import dev.retort.migration.Revision;

            /** Rows. */
            @Revision(id = "r2", revises = "r1", created = "2026-01-01T00:00:00Z")
            public final class V2_rows implements Migration {

                @Override
                public void upgrade(Operations op) {
                    op.bulkInsert("loaded", csv("rows.csv"));
                }

                @Override
                public void downgrade(Operations op) {
                    op.irreversible("It is measured upwards alone.");
                }
            }
            """;

    private final DatabaseServer server;
    private final int rows;
    private final MeasuredRevision revision;
    private final Path file;

    /**
     * A benchmark, with its file written and its revision compiled.
     *
     * @param parent where to make its directory
     */
    LoadingBenchmark(JavaPrograms programs, DatabaseServer server, int rows, Path parent)
            throws IOException, SQLException, InterruptedException {
        this.server = server;
        this.rows = rows;
        this.revision = new MeasuredRevision(programs, server, parent, "V2_rows", REVISION);
        this.file = revision.versions().resolve("rows.csv");
        write(1);
        try (Database database = Database.on(server)) {
            create(database);
            revision.compile(database);
        }
        write(rows);
    }

    private void write(int count) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(file)) {
            text.write("id,name,amount,paid,due\n");
            for (int id = 1; id <= count; id++) {
                text.write(String.format(
                        Locale.ROOT,
                        "%d,the customer with the number %d,%d.%02d,%b,%s%n",
                        id,
                        id,
                        id % 10_000,
                        id % 100,
                        id % 3 == 0,
                        LocalDate.EPOCH.plusDays(id % 20_000)));
            }
        }
    }

    /** One turn of both. */
    void run(Results results) throws IOException, SQLException, InterruptedException {
        Class<?> byHand = server.hasCopy() ? CopyProgram.class : BatchProgram.class;
        String baseline = server.hasCopy() ? Work.COPY : Work.BATCHES;
        Work work = Work.loading(rows, server.name(), baseline);
        try (Database database = Database.on(server)) {
            create(database);
            measure(results, work, baseline, revision.byHand(byHand, database.url(), file.toString()), database);
        }
        try (Database database = Database.on(server)) {
            create(database);
            measure(results, work, Results.RETORT, revision.upgrade(database), database);
        }
    }

    private static void create(Database database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    private void measure(Results results, Work work, String competitor, List<String> command, Database database)
            throws IOException, SQLException, InterruptedException {
        revision.measure(results, work, competitor, command, database, "SELECT COUNT(*) FROM loaded", rows);
    }
}
