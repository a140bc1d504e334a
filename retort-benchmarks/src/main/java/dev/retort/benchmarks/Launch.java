package dev.retort.benchmarks;

import dev.retort.benchmarks.program.WorkTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process to be measured from its start to its end, or as it says itself.
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
        long start = System.nanoTime();
        int exitCode = start().waitFor();
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        requireSuccess(exitCode);
        return duration;
    }

    /**
     * Runs a process that prints its {@link WorkTime} and says what that is.
     *
     * @param longest how long the whole process may take
     * @throws GivenUpException when it takes longer, or more memory than it may have
     * @throws IllegalStateException with the output when the process fails otherwise
     */
    Duration work(Duration longest) throws IOException, InterruptedException, GivenUpException {
        Process process = start();
        if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
            throw new GivenUpException("more than " + longest.toMinutes() + " min");
        }
        if (process.exitValue() != 0 && Files.readString(output()).contains("java.lang.OutOfMemoryError")) {
            throw new GivenUpException("out of memory");
        }
        requireSuccess(process.exitValue());
        return WorkTime.of(Files.readAllLines(output()));
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Path output() {
        return directory.resolve("output.txt");
    }

    private void requireSuccess(int exitCode) throws IOException {
        if (exitCode != 0) {
            throw new IllegalStateException("Exit code " + exitCode + " of " + command + " in " + directory + ":\n"
                    + Files.readString(output()));
        }
    }
}
