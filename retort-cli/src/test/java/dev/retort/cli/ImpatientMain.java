package dev.retort.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The program, with a short grace period. It leaves a file when it is told to end. */
final class ImpatientMain {

    static final String TOLD = "told-to-end";

    private ImpatientMain() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(ImpatientMain::leaveFile));
        Duration grace = Duration.ofSeconds(2);
        Program program = new Program(Terminal.ofProcess(), System.getenv(), Path.of(""), Optional.empty(), grace);
        System.exit(program.run(arguments));
    }

    private static void leaveFile() {
        try {
            Files.createFile(Path.of(TOLD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
