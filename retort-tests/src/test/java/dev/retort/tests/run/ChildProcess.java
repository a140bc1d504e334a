package dev.retort.tests.run;

import dev.retort.tests.shell.ArchiveCache;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that runs one command. */
final class ChildProcess implements AutoCloseable {

    /** What a shell calls the end by signal 9. */
    private static final int KILLED = 128 + 9;

    private static final Path TEST_CLASSES = Path.of("target", "test-classes").toAbsolutePath();

    private final Process process;
    private final BufferedReader output;
    private final StringBuilder said = new StringBuilder();

    private ChildProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a process that runs a command. */
    static ChildProcess start(RunSetup setup) {
        ChildProcess child = startWaiting(setup);
        child.go();
        return child;
    }

    /** Starts a process that says {@code ready} and runs its command when it is told to go. */
    static ChildProcess startWaiting(RunSetup setup) {
        return start(RunningMain.class, setup.arguments());
    }

    /** Starts a process that runs a class. */
    static ChildProcess start(Class<?> main, List<String> arguments) {
        try {
            List<String> command = new ArrayList<>(ArchiveCache.javaWith(TEST_CLASSES));
            command.add(main.getName());
            command.addAll(arguments);
            return new ChildProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a line to its standard input. */
    void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a process that waits begin: ends its standard input. */
    void go() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits for the next line of the output that begins with one of some words.
     *
     * @return whether there was one; the output is at its end if not
     */
    boolean awaitLine(String... beginnings) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                for (String beginning : beginnings) {
                    if (line.startsWith(beginning)) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the process unless it ends by itself in some time; answers whether it was killed. */
    boolean killAfter(long milliseconds) {
        try {
            return !process.waitFor(milliseconds, TimeUnit.MILLISECONDS)
                    && process.destroyForcibly().waitFor() == KILLED;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the end and answers the exit code. */
    int exitCode() {
        while (awaitLine("")) {
            // All is kept.
        }
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it has said so far. */
    String said() {
        return said.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
