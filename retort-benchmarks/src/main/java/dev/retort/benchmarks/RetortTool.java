package dev.retort.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Retort as it is installed: its launcher, with an archive of its classes made by its first start.
 *
 * @param distribution the unpacked distribution
 * @param cache what the launcher takes as the user's cache
 * @param format what its revisions are written in
 */
record RetortTool(Path distribution, Path cache, RevisionForm format) implements Competitor {

    private static final Duration LONGEST_ARCHIVING = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "Retort";
    }

    /** Starts Retort once and waits until the archive is there. */
    void makeArchive(Path directory) throws IOException, InterruptedException {
        version(directory).run();
        Instant end = Instant.now().plus(LONGEST_ARCHIVING);
        while (!hasArchive()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("The launcher has made no archive of classes in " + cache);
            }
            Thread.sleep(Duration.ofMillis(100).toMillis());
        }
    }

    private boolean hasArchive() throws IOException {
        Path archives = cache.resolve("retort");
        if (!Files.isDirectory(archives)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(archives)) {
            return entries.anyMatch(entry -> entry.getFileName().toString().endsWith(".jsa"));
        }
    }

    @Override
    public void write(SampleHistory history, Path directory) throws IOException {
        Files.writeString(
                directory.resolve("retort.toml"), "script_location = \"migrations\"\nurl = \"${BENCHMARK_URL}\"\n");
        Path versions = Files.createDirectories(directory.resolve("migrations/versions"));
        String parent = "";
        for (SampleRevision revision : history.revisions()) {
            Files.writeString(versions.resolve(format.fileName(revision)), format.text(revision, parent));
            parent = revision.id();
        }
    }

    @Override
    public Launch upgrade(Path directory, String url) {
        return launch(directory, Map.of("BENCHMARK_URL", url), "upgrade", "head");
    }

    /** A process that prints its version. */
    Launch version(Path directory) {
        return launch(directory, Map.of(), "--version");
    }

    /** A process that reads all headers and prints the head. */
    Launch heads(Path directory) {
        return launch(directory, Map.of("BENCHMARK_URL", "jdbc:sqlite:unused.db"), "heads");
    }

    private Launch launch(Path directory, Map<String, String> variables, String... arguments) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("JAVA_HOME", JavaPrograms.home().toString());
        environment.put("XDG_CACHE_HOME", cache.toString());
        List<String> command = Stream.concat(
                        Stream.of(distribution.resolve("bin/retort").toString()), Stream.of(arguments))
                .toList();
        return new Launch(command, directory, environment);
    }

    /** Forgets what was compiled for a project. */
    static void forgetCompiled(Path directory) throws IOException {
        Path compiled = directory.resolve(".retort");
        if (Files.exists(compiled)) {
            TemporaryDirectory.delete(compiled);
        }
    }
}
