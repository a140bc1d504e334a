package dev.retort.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ScopeType;

/** The options of every command; they stand before or after its name. */
final class GlobalOptions extends Arguments {

    private final OptionalArgument<Path> config = optionalFile(
            "FILE",
            "The configuration file. Otherwise RETORT_CONFIG names it, or it is the nearest retort.toml upwards.",
            "-c",
            "--config");

    private final OptionalArgument<String> environment = optionalText(
            "NAME",
            "The environment: its table [env.NAME] overrides the rest. Otherwise RETORT_ENV names it.",
            "--env");

    private final Argument<Map<String, String>> arguments =
            keys("KEY=VALUE", "A value for the revisions, which read it with op.arguments().", "-x");

    private final Argument<Map<String, String>> settings = pairs(
            "KEY=VALUE", "A setting that overrides the file; the parts of a list are separated by commas.", "--set");

    private final Argument<Map<String, String>> variables =
            pairs("NAME=VALUE", "A value for a $${NAME} in the configuration file.", "-D");

    private final Argument<Boolean> json = flag("Print the result, or the error, as one JSON object.", "--json");

    private final Argument<Boolean> quiet =
            flag("Print only what was asked for, such as a list or SQL, and errors.", "-q", "--quiet");

    private final Argument<Boolean> verbose = flag(
            "Print more: of a run each statement and its time, of a revision all that is known.", "-v", "--verbose");

    private final Argument<Boolean> stacktrace =
            flag("Print where in the program an error comes from.", "--stacktrace");

    GlobalOptions() {
        super(ScopeType.INHERIT);
        help("Explain the program, or the command.", "-h", "--help");
    }

    Optional<Path> config() {
        return config.value();
    }

    Optional<String> environment() {
        return environment.value();
    }

    /** The values for the revisions, to which others may be added. */
    Map<String, String> arguments() {
        return arguments.value();
    }

    Map<String, String> settings() {
        return settings.value();
    }

    Map<String, String> variables() {
        return variables.value();
    }

    boolean json() {
        return json.value();
    }

    boolean quiet() {
        return quiet.value();
    }

    boolean verbose() {
        return verbose.value();
    }

    boolean stacktrace() {
        return stacktrace.value();
    }
}
