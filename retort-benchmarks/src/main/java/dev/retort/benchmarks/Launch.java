package dev.retort.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A process to be measured from its start to its end.
 *
 * @param command the program with its arguments
 * @param directory where it works
 * @param environment variables to add to those of this process
 */
record Launch(List<String> command, Path directory, Map<String, String> environment) {

    Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** A process that needs no variables. */
    static Launch of(List<String> command, Path directory) {
        return new Launch(command, directory, Map.of());
    }

    /**
     * Runs the process and says how long that took. Its output goes to a file, as it would in a deployment.
     *
     * @throws IllegalStateException with the output when the process fails
     */
    Duration run() throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        int exitCode = builder.start().waitFor();
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        if (exitCode != 0) {
            throw new IllegalStateException(
                    "Exit code " + exitCode + " of " + command + " in " + directory + ":\n" + Files.readString(output));
        }
        return duration;
    }
}
