package dev.retort.benchmarks;

import dev.retort.benchmarks.program.RebuildProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Makes a table with many rows and an index anew with another type of a column, beside the statements that somebody writes for that. */
final class RebuildBenchmark {

    private static final String MADE_ANEW =
            "SELECT COUNT(*) FROM loaded INDEXED BY loaded_name WHERE name > '' AND typeof(amount) = 'text'";

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

    private final DatabaseServer server;
    private final int rows;
    private final MeasuredRevision revision;

    /**
     * A benchmark, with its revision compiled.
     *
     * @param parent where to make its directory
     */
    RebuildBenchmark(JavaPrograms programs, DatabaseServer server, int rows, Path parent)
            throws IOException, SQLException, InterruptedException {
        this.server = server;
        this.rows = rows;
        this.revision = new MeasuredRevision(programs, server, parent, "V2_type", REVISION);
        try (Database database = Database.on(server)) {
            create(database, 1);
            revision.compile(database);
        }
    }

    /** One turn of both. */
    void run(Results results) throws IOException, SQLException, InterruptedException {
        try (Database database = Database.on(server)) {
            create(database, rows);
            measure(results, Work.HAND_WRITTEN, revision.byHand(RebuildProgram.class, database.url()), database);
        }
        try (Database database = Database.on(server)) {
            create(database, rows);
            measure(results, Results.RETORT, revision.upgrade(database), database);
        }
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
        revision.measure(results, Work.rebuilding(rows, server.name()), competitor, command, database, MADE_ANEW, rows);
    }
}
