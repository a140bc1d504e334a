package dev.retort.benchmarks;

import dev.retort.benchmarks.program.RebuildProgram;
import dev.retort.benchmarks.program.RowFileProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Makes a table with many rows and an index anew with another type of a column, beside the statements that somebody writes for that. */
final class RebuildBenchmark {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final String FILL = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ROWS)"
            + " INSERT INTO loaded SELECT i, 'the customer with the number ' || i, i % 10000 || '.25', i % 3 = 0,"
            + " date(0, 'unixepoch', i % 20000 || ' days') FROM n";

    private static final String REVISION = """
            package versions;

            import static dev.retort.schema.Columns.text;

            import dev.retort.migration.Migration;
            import dev.retort.migration.Operations;
            import dev.retort.migration.Revision;

            /** Another type. */
            @Revision(id = "r2", revises = "r1", created = "2026-01-01T00:00:00Z")
            public final class V2_type implements Migration {

                @Override
                public void upgrade(Operations op) {
                    op.alterColumn("loaded", "amount", c -> c.type(text()));
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

    /**
     * A benchmark, with its revision compiled.
     *
     * @param parent where to make its directory
     */
    RebuildBenchmark(JavaPrograms programs, DatabaseServer server, int rows, Path parent)
            throws IOException, SQLException, InterruptedException {
        this.programs = programs.with(List.of("-Xmx" + server.heapForRows(), "-XX:+ExitOnOutOfMemoryError"));
        this.server = server;
        this.rows = rows;
        this.directory = Files.createTempDirectory(parent, "rebuild");
        Path versions = Files.createDirectory(directory.resolve("versions"));
        Files.writeString(versions.resolve("V2_type.java"), REVISION);
        Files.writeString(versions.resolve("r1_base.sql"), "-- revision: r1\n\n-- upgrade\n\n-- downgrade\n");
        try (Database database = Database.on(server)) {
            create(database, 1);
            Launch.of(retort(database), directory).run();
        }
    }

    /** One turn of both. */
    void run(Results results) throws IOException, SQLException, InterruptedException {
        try (Database database = Database.on(server)) {
            create(database, rows);
            List<String> byHand = programs.command(RebuildProgram.class, List.of(server.drivers()), database.url());
            measure(results, Work.HAND_WRITTEN, byHand, database);
        }
        try (Database database = Database.on(server)) {
            create(database, rows);
            measure(results, Results.RETORT, retort(database), database);
        }
    }

    private List<String> retort(Database database) {
        return programs.command(
                RowFileProgram.class, List.of("retort", server.drivers()), database.url(), directory.toString());
    }

    private static void create(Database database, int rows) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement()) {
            statement.execute(RebuildProgram.TABLE.formatted("loaded", "REAL"));
            statement.execute(FILL.replace("ROWS", Integer.toString(rows)));
            statement.execute(RebuildProgram.INDEX);
        }
    }

    private void measure(Results results, String competitor, List<String> command, Database database)
            throws IOException, SQLException, InterruptedException {
        Work work = Work.rebuilding(rows, server.name());
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
                ResultSet counted = statement.executeQuery(
                        "SELECT COUNT(*) FROM loaded INDEXED BY loaded_name WHERE name > '' AND typeof(amount) = 'text'")) {
            if (!counted.next() || counted.getInt(1) != rows) {
                throw new IllegalStateException("The table is not as it should be after " + command);
            }
        }
    }
}
