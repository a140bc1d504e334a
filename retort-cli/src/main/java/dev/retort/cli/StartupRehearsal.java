package dev.retort.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Does once what most calls do, in a temporary project, so that an archive of the classes that they need can be made. */
final class StartupRehearsal {

    private static final List<List<String>> CALLS = List.of(
            List.of("--version"),
            List.of("init", "migrations"),
            List.of("revision", "-m", "rehearse", "--format", "sql"),
            List.of("heads"),
            List.of("upgrade", "head"),
            List.of("current"),
            List.of("history", "--json"),
            List.of("downgrade", "base"));

    private StartupRehearsal() {}

    public static void main(String[] arguments) throws IOException {
        Path project = Files.createTempDirectory("retort-rehearsal");
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Map<String, String> environment = Map.of("DATABASE_URL", "jdbc:sqlite:" + project.resolve("rehearsal.db"));
        try {
            for (List<String> call : CALLS) {
                new Program(new Terminal(nowhere, nowhere, false), environment, project)
                        .run(call.toArray(String[]::new));
            }
        } finally {
            delete(project);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
