package dev.retort.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The program, with a short grace period. */
final class ImpatientMain {

    private ImpatientMain() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Duration grace = Duration.ofSeconds(2);
        Program program = new Program(Terminal.ofProcess(), System.getenv(), Path.of(""), Optional.empty(), grace);
        System.exit(program.run(arguments));
    }
}
