package dev.retort.cli;

import dev.retort.error.RetortException;
import dev.retort.error.UsageException;
import dev.retort.frontend.FileNameCharacters;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** One call of the program. Nothing in it is static and nothing ends the process, so that tests call it too. */
final class Program {

    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Path workingDirectory;
    private final Optional<UsageException> refusal;
    private final Duration grace;

    /**
     * A program.
     *
     * @param environment the environment variables
     * @param workingDirectory what relative paths on the command line are relative to
     */
    Program(Terminal terminal, Map<String, String> environment, Path workingDirectory) {
        this(terminal, environment, workingDirectory, Optional.empty(), Interruption.GRACE);
    }

    /**
     * A program.
     *
     * @param refusal why no command can be run, whatever is called
     * @param grace how long a run may take to stop when the process is interrupted
     */
    Program(
            Terminal terminal,
            Map<String, String> environment,
            Path workingDirectory,
            Optional<UsageException> refusal,
            Duration grace) {
        this.terminal = terminal;
        this.environment = environment;
        this.workingDirectory = workingDirectory;
        this.refusal = refusal;
        this.grace = grace;
    }

    /** Runs a command and returns its exit code. */
    int run(String... arguments) {
        Interruption interruption = new Interruption(grace);
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
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()));
        commandLine.setAbbreviatedOptionsAllowed(true);
        commandLine.setExecutionStrategy(parsed -> {
            Optional<UsageException> refused = refusal.or(() -> FileNameCharacters.undecodable(arguments));
            if (refused.isPresent()) {
                throw new ExecutionException(commandLine, "", refused.get());
            }
            return executed(parsed);
        });
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> failed(root, failure));
        commandLine.setParameterExceptionHandler((failure, given) -> misused(root, failure, given));
        try {
            return commandLine.execute(arguments);
        } catch (Error e) {
            return failed(root, e);
        }
    }

    /** Runs the command. Whoever asks for the help of a command that does not exist is told so, which picocli does not. */
    private int executed(ParseResult parsed) {
        CommandLine program = parsed.commandSpec().commandLine();
        if (!parsed.hasSubcommand() && !parsed.unmatched().isEmpty()) {
            throw new UnmatchedArgumentException(program, parsed.unmatched());
        }
        if (helpIsShown(parsed)) {
            Help.fit(program, terminal.width());
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static boolean helpIsShown(ParseResult parsed) {
        return !parsed.hasSubcommand() || parsed.subcommand().isUsageHelpRequested();
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
            terminal.say(terminal.red("error:") + " The result cannot be written to standard output.");
            terminal.say("Check that the disk is not full.");
        }
        return exitCode == ExitCode.OK ? ExitCode.FAILURE : exitCode;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private int failed(RootCommand root, Throwable failure) {
        if (failure instanceof RetortException known) {
            new Failures(root).print(known);
            return ExitCode.of(known);
        }
        if (failure instanceof InvalidPathException unmappable) {
            return failed(root, FileNameCharacters.missing("The name '" + unmappable.getInput() + "'"));
        }
        new Failures(root).printUnexpected(failure);
        return ExitCode.FAILURE;
    }

    private int misused(RootCommand root, ParameterException failure, String... call) {
        new Failures(root).print(Misuse.of(failure, call));
        return ExitCode.USAGE;
    }
}
