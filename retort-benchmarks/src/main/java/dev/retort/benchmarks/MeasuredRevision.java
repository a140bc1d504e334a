package dev.retort.benchmarks;

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

/**
 * A project with an empty revision and one that is measured, beside a program that does the same. Whoever needs more than the memory or the
 * time that all have is given up.
 */
final class MeasuredRevision {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final JavaPrograms programs;
    private final DatabaseServer server;
    private final Path directory;

    /**
     * The project.
     *
     * @param parent where to make its directory
     * @param name the name of its class
     * @param source the source of the revision r2, which follows r1
     */
    MeasuredRevision(JavaPrograms programs, DatabaseServer server, Path parent, String name, String source)
            throws IOException {
        this.programs = programs.with(List.of("-Xmx" + server.heapForRows(), "-XX:+ExitOnOutOfMemoryError"));
        this.server = server;
        this.directory = Files.createTempDirectory(parent, name);
        Path versions = Files.createDirectory(versions());
        Files.writeString(versions.resolve(name + ".java"), source);
        Files.writeString(versions.resolve("r1_base.sql"), "-- revision: r1\n\n-- upgrade\n\n-- downgrade\n");
    }

    /** The directory of the revisions. */
    Path versions() {
        return directory.resolve("versions");
    }

    /** The command that upgrades a database. */
    List<String> upgrade(Database database) {
        return programs.command(
                RowFileProgram.class, List.of("retort", server.drivers()), database.url(), directory.toString());
    }

    /** The command of a program that needs no more than the drivers. */
    List<String> byHand(Class<?> program, String... arguments) {
        return programs.command(program, List.of(server.drivers()), arguments);
    }

    /** Compiles the revision, by an upgrade that is not measured. */
    void compile(Database database) throws IOException, InterruptedException {
        Launch.of(upgrade(database), directory).run();
    }

    /**
     * Measures a command, unless its competitor has been given up.
     *
     * @param count a query that returns one number
     * @param expected the number that it returns after the command
     * @throws IllegalStateException if it returns another one
     */
    void measure(
            Results results,
            Work work,
            String competitor,
            List<String> command,
            Database database,
            String count,
            int expected)
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
                ResultSet counted = statement.executeQuery(count)) {
            if (!counted.next() || counted.getInt(1) != expected) {
                throw new IllegalStateException("The table is not as it should be after " + command);
            }
        }
    }
}
