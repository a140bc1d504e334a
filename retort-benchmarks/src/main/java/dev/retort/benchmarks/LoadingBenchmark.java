package dev.retort.benchmarks;

import dev.retort.benchmarks.program.BatchProgram;
import dev.retort.benchmarks.program.CopyProgram;
import dev.retort.benchmarks.program.RowFileProgram;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Fills a table from a CSV file by a revision, beside what somebody writes for this table and this file alone. Whoever needs more than the
 * memory or the time that all have is given up.
 */
final class LoadingBenchmark {

    private static final Duration LONGEST = Duration.ofMinutes(10);

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

    private final JavaPrograms programs;
    private final DatabaseServer server;
    private final int rows;
    private final Path directory;
    private final Path file;

    /**
     * A benchmark, with its file written and its revision compiled.
     *
     * @param parent where to make its directory
     */
    LoadingBenchmark(JavaPrograms programs, DatabaseServer server, int rows, Path parent)
            throws IOException, SQLException, InterruptedException {
        this.programs = programs.with(List.of("-Xmx" + server.heapForRows(), "-XX:+ExitOnOutOfMemoryError"));
        this.server = server;
        this.rows = rows;
        this.directory = Files.createTempDirectory(parent, "loading");
        Path versions = Files.createDirectory(directory.resolve("versions"));
        this.file = versions.resolve("rows.csv");
        Files.writeString(versions.resolve("V2_rows.java"), REVISION);
        Files.writeString(versions.resolve("r1_base.sql"), "-- revision: r1\n\n-- upgrade\n\n-- downgrade\n");
        write(1);
        try (Database database = Database.on(server)) {
            create(database);
            Launch.of(retort(database), directory).run();
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
            List<String> drivers = List.of(server.drivers());
            measure(
                    results,
                    work,
                    baseline,
                    programs.command(byHand, drivers, database.url(), file.toString()),
                    database);
        }
        try (Database database = Database.on(server)) {
            create(database);
            measure(results, work, Results.RETORT, retort(database), database);
        }
    }

    private List<String> retort(Database database) {
        return programs.command(
                RowFileProgram.class, List.of("retort", server.drivers()), database.url(), directory.toString());
    }

    private static void create(Database database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    private void measure(Results results, Work work, String competitor, List<String> command, Database database)
            throws IOException, SQLException, InterruptedException {
        if (results.reason(work, competitor).isPresent()) {
            return;
        }
        try {
            results.add(work, competitor, Launch.of(command, directory).work(LONGEST));
        } catch (GivenUpException e) {
            results.giveUp(work, competitor, e.reason());
            return;
        }
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery("SELECT COUNT(*) FROM loaded")) {
            if (!counted.next() || counted.getInt(1) != rows) {
                throw new IllegalStateException("Not all rows are there after " + command);
            }
        }
    }
}
