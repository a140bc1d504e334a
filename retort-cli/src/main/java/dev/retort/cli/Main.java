package dev.retort.cli;

import dev.retort.frontend.FileNameCharacters;
import java.nio.file.Path;

/** The program. */
public final class Main {

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        ProcessLogging.choose();
        Terminal terminal = Terminal.ofProcess();
        // The standard output is the result's alone: what a revision prints must not get into it.
        System.setOut(terminal.err());
        Program program =
                new Program(terminal, System.getenv(), Path.of(""), FileNameCharacters.lost(), Interruption.GRACE);
        System.exit(program.run(arguments));
    }
}
