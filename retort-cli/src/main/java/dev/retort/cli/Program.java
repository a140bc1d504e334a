package dev.retort.cli;

import dev.retort.error.RetortException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** One call of the program. Nothing in it is static and nothing ends the process, so that tests call it too. */
final class Program {

    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Path workingDirectory;

    /**
     * A program.
     *
     * @param environment the environment variables
     * @param workingDirectory what relative paths on the command line are relative to
     */
    Program(Terminal terminal, Map<String, String> environment, Path workingDirectory) {
        this.terminal = terminal;
        this.environment = environment;
        this.workingDirectory = workingDirectory;
    }

    /** Runs a command and returns its exit code. */
    int run(String... arguments) {
        Interruption interruption = new Interruption();
        try {
            return run(new RootCommand(terminal, environment, workingDirectory, interruption), arguments);
        } finally {
            interruption.end();
        }
    }

    private int run(RootCommand root, String... arguments) {
        CommandLine commandLine = Commands.program(root, arguments);
        commandLine.setOut(writer(terminal.out()));
        commandLine.setErr(writer(terminal.err()));
        commandLine.setAbbreviatedOptionsAllowed(true);
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> failed(root, failure));
        commandLine.setParameterExceptionHandler((failure, given) -> misused(root, failure));
        return commandLine.execute(arguments);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private int failed(RootCommand root, Exception failure) {
        if (failure instanceof RetortException known) {
            new Failures(terminal, root.options()).print(known);
            return ExitCode.of(known);
        }
        new Failures(terminal, root.options()).printUnexpected(failure);
        return ExitCode.FAILURE;
    }

    private int misused(RootCommand root, ParameterException failure) {
        new Failures(terminal, root.options()).print(Misuse.of(failure));
        return ExitCode.USAGE;
    }
}
