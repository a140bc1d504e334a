package dev.retort.cli;

import java.nio.file.Path;

/** The program. */
public final class Main {

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        ProcessLogging.choose();
        Terminal terminal = Terminal.ofProcess();
        Program program =
                new Program(terminal, System.getenv(), Path.of(""), FileNameCharacters.lost(), Interruption.GRACE);
        System.exit(program.run(arguments));
    }
}
