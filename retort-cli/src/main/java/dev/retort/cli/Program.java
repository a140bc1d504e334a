package dev.retort.cli;

import dev.retort.error.RetortException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
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
            return written(
                    run(new RootCommand(terminal, environment, workingDirectory, interruption), meant(arguments)));
        } finally {
            interruption.end();
        }
    }

    /** The call that is meant by one that begins with a word for help: {@code help upgrade} is {@code upgrade --help}. */
    private static String[] meant(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("help")) {
            return arguments;
        }
        String[] meant = Arrays.copyOfRange(arguments, 1, arguments.length + 1);
        meant[meant.length - 1] = "--help";
        return meant;
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

    /**
     * The exit code, if the result is where it should be; a stream keeps to itself that the disk is full. The launcher says whether
     * another program reads ({@code RETORT_PIPED=1}): that one may stop when it has seen enough.
     */
    private int written(int exitCode) {
        if (!terminal.out().checkError()) {
            return exitCode;
        }
        if (!"1".equals(environment.get("RETORT_PIPED"))) {
            terminal.err().println(terminal.bold("error: ") + "The result cannot be written to standard output.");
            terminal.err().println("Check that the disk is not full.");
        }
        return exitCode == ExitCode.OK ? ExitCode.FAILURE : exitCode;
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
