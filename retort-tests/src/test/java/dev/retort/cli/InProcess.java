package dev.retort.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program called in this process, which has loaded its classes already. */
public final class InProcess {

    private InProcess() {}

    /**
     * Runs a command and returns its exit code.
     *
     * @param output gets both streams
     */
    public static int run(
            Path directory, Map<String, String> environment, List<String> arguments, OutputStream output) {
        PrintStream both = new PrintStream(output, true, StandardCharsets.UTF_8);
        return new Program(new Terminal(both, both, false), environment, directory)
                .run(arguments.toArray(String[]::new));
    }
}
