package dev.retort.benchmarks;

import dev.retort.benchmarks.program.CatalogQueriesProgram;
import dev.retort.benchmarks.program.ComparisonProgram;
import dev.retort.benchmarks.program.InspectionProgram;
import dev.retort.benchmarks.program.LiquibaseDiffProgram;
import dev.retort.benchmarks.program.RecordedQuery;
import dev.retort.benchmarks.program.RetortSchema;
import dev.retort.benchmarks.program.SampleSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares a database of many tables with the schema that it was made of, so that nothing differs, beside the mere answers to the
 * queries that Retort asks the catalog. Who needs more than the memory or the time that all have is given up.
 */
final class ComparisonBenchmark {

    private static final List<String> MEMORY = List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError");
    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** What the launcher tells Retort's JVM, and here that of the queries too, so that nothing but the work differs. */
    private static final List<String> INSTALLED = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final String LIQUIBASE = "liquibase";

    private final JavaPrograms programs;
    private final DatabaseServer server;
    private final int tables;
    private final boolean withLiquibase;
    private final Path directory;
    private final Path queries;
    private final Path kept;
    private final String url;

    /**
     * A benchmark, with its database made and the queries written down.
     *
     * @param peers who takes part, of whom Liquibase alone compares
     * @param parent where to make its directory
     */
    ComparisonBenchmark(JavaPrograms programs, DatabaseServer server, int tables, List<String> peers, Path parent)
            throws IOException, SQLException {
        this.programs = programs.with(MEMORY);
        this.server = server;
        this.tables = tables;
        this.withLiquibase = peers.contains(LIQUIBASE);
        this.directory = Files.createTempDirectory(parent, "comparison");
        this.queries = directory.resolve("queries");
        this.kept = directory.resolve("kept");
        this.url = server.create();
        QueryRecorder recorder = new QueryRecorder();
        try (Connection connection = DriverManager.getConnection(url)) {
            RetortSchema schema = new RetortSchema(connection);
            schema.create(SampleSchema.of(tables));
            server.analyze(url);
            schema.through(recorder.listen(connection)).inspect();
            schema.differences(SampleSchema.of(tables), kept);
        }
        RecordedQuery.write(recorder.queries(), queries);
    }

    /** One turn of everybody. */
    void run(Results results) throws IOException, InterruptedException {
        Work inspection = Work.inspection(tables, server.name());
        Work comparison = Work.comparison(tables, server.name());
        Work again = Work.comparisonAgain(tables, server.name());
        measure(
                results,
                Work.CATALOG_QUERIES,
                retort(CatalogQueriesProgram.class, queries),
                inspection,
                comparison,
                again);
        measure(results, Results.RETORT, retort(InspectionProgram.class, tables), inspection);
        measure(results, Results.RETORT, retort(ComparisonProgram.class, tables), comparison);
        measure(results, Results.RETORT, retort(ComparisonProgram.class, tables, kept), again);
        if (withLiquibase) {
            List<String> command =
                    programs.command(LiquibaseDiffProgram.class, List.of(LIQUIBASE, server.drivers()), url);
            measure(results, "Liquibase", command, comparison);
        }
    }

    private List<String> retort(Class<?> program, Object... arguments) {
        String[] all = Stream.concat(Stream.of(url), Stream.of(arguments))
                .map(String::valueOf)
                .toArray(String[]::new);
        return programs.with(INSTALLED).command(program, List.of("retort", server.drivers()), all);
    }

    private void measure(Results results, String competitor, List<String> command, Work... works)
            throws IOException, InterruptedException {
        if (results.reason(works[0], competitor).isPresent()) {
            return;
        }
        try {
            Duration time = Launch.of(command, directory).work(LONGEST);
            for (Work work : works) {
                results.add(work, competitor, time);
            }
        } catch (GivenUpException e) {
            for (Work work : works) {
                results.giveUp(work, competitor, e.reason());
            }
        }
    }
}
