package dev.retort.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The program: measures and prints a Markdown table. */
public final class Main {

    private static final int MISSED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    /**
     * Measures.
     *
     * @param arguments the directory of the class paths, Retort's distribution, and the options
     */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        System.exit(run(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                Arrays.asList(arguments).subList(2, arguments.length)));
    }

    private static int run(Path classPaths, Path distribution, List<String> arguments)
            throws IOException, SQLException, InterruptedException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + Options.USAGE);
            return MISUSED;
        }
        Results results = measure(options, JavaPrograms.in(classPaths), distribution);
        System.out.println(new Table(results).markdown());
        System.out.println("Medians of " + options.repeat() + " rounds, minima in brackets; Java " + Runtime.version()
                + ", " + Runtime.getRuntime().availableProcessors() + " processors, " + LocalDate.now(ZoneOffset.UTC)
                + ".");
        return options.check() && results.missedAny() ? MISSED : 0;
    }

    private static Results measure(Options options, JavaPrograms programs, Path distribution)
            throws IOException, SQLException, InterruptedException {
        List<DatabaseServer> servers = new ArrayList<>();
        try (TemporaryDirectory directory = TemporaryDirectory.in(options.directory())) {
            try {
                for (String database : options.databases()) {
                    Path place = Files.createDirectory(directory.path().resolve(database));
                    servers.add(server(database, place));
                }
                Path projects = Files.createDirectory(directory.path().resolve("projects"));
                return new Benchmark(options, programs, distribution.toRealPath(), projects).run(servers);
            } finally {
                for (DatabaseServer server : servers) {
                    server.close();
                }
            }
        }
    }

    private static DatabaseServer server(String database, Path place) throws IOException {
        return switch (database) {
            case "sqlite" -> new SqliteFiles(place);
            case "postgresql" -> new PostgresqlServer(place);
            case "h2" -> EmbeddedFiles.h2(place);
            case "hsqldb" -> EmbeddedFiles.hsqldb(place);
            case "mysql" -> RunningMysql.ofEnvironment();
            default -> new MariadbServer(place);
        };
    }
}
