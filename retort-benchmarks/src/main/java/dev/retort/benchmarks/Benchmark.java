package dev.retort.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures everything several times. All competitors take their turn in every round, so that what disturbs the machine for a while
 * disturbs all of them.
 */
final class Benchmark {

    private static final int PLANNED_REVISIONS = 10_000;
    private static final int COMPILED_OPERATIONS = 10_000;

    private final Options options;
    private final JavaPrograms programs;
    private final Path distribution;
    private final Path directory;

    /**
     * A benchmark.
     *
     * @param distribution Retort's, unpacked
     * @param directory an empty one
     */
    Benchmark(Options options, JavaPrograms programs, Path distribution, Path directory) {
        this.options = options;
        this.programs = programs;
        this.distribution = distribution;
        this.directory = directory;
    }

    Results run(List<DatabaseServer> servers) throws IOException, SQLException, InterruptedException {
        Path cache = directory.resolve("cache");
        RetortTool retort = new RetortTool(distribution, cache, RevisionForm.SQL);
        RetortTool inJava = new RetortTool(distribution, cache, RevisionForm.JAVA);
        List<UpgradeBenchmark> upgrades = new ArrayList<>();
        List<StartupBenchmark> startups = new ArrayList<>();
        for (int size : options.revisions()) {
            SampleHistory history = SampleHistory.of(size);
            upgrades.add(new UpgradeBenchmark(history, competitors(retort), inJava, directory));
            startups.add(new StartupBenchmark(programs, retort, history, directory));
        }
        List<DatabaseServer> historyServers =
                servers.stream().filter(DatabaseServer::runsHistories).toList();
        List<ComparisonBenchmark> comparisons = comparisons(servers);
        List<LoadingBenchmark> loadings = new ArrayList<>();
        List<RebuildBenchmark> rebuilds = new ArrayList<>();
        for (int rows : options.rows()) {
            for (DatabaseServer server : servers) {
                loadings.add(new LoadingBenchmark(programs, server, rows, directory));
                if (server.rebuildsTables()) {
                    rebuilds.add(new RebuildBenchmark(programs, server, rows, directory));
                }
            }
        }
        retort.makeArchive(directory);
        Results results = new Results();
        for (int round = 1; round <= options.repeat(); round++) {
            System.err.println("Round " + round + " of " + options.repeat());
            for (UpgradeBenchmark upgrade : upgrades) {
                for (DatabaseServer server : historyServers) {
                    upgrade.run(server, results);
                }
            }
            for (StartupBenchmark startup : startups) {
                startup.run(results);
            }
            for (ComparisonBenchmark comparison : comparisons) {
                comparison.run(results);
            }
            for (LoadingBenchmark loading : loadings) {
                loading.run(results);
            }
            for (RebuildBenchmark rebuild : rebuilds) {
                rebuild.run(results);
            }
        }
        new PlanningBenchmark(PLANNED_REVISIONS).run(results);
        new CompilingBenchmark(COMPILED_OPERATIONS).run(results);
        return results;
    }

    private List<ComparisonBenchmark> comparisons(List<DatabaseServer> servers) throws IOException, SQLException {
        List<ComparisonBenchmark> comparisons = new ArrayList<>();
        for (int tables : options.comparison()) {
            for (DatabaseServer server : servers) {
                if (server.comparesSchemas()) {
                    comparisons.add(new ComparisonBenchmark(programs, server, tables, options.peers(), directory));
                }
            }
        }
        return comparisons;
    }

    private List<Competitor> competitors(RetortTool retort) {
        List<Competitor> competitors = new ArrayList<>(List.of(new PlainJdbc(programs), retort));
        for (String peer : options.peers()) {
            competitors.add(peer.equals("flyway") ? new FlywayTool(programs) : new LiquibaseTool(programs));
        }
        return competitors;
    }
}
