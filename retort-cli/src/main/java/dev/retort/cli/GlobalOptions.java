package dev.retort.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command; they stand before or after its name. */
final class GlobalOptions {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "The configuration file. Otherwise RETORT_CONFIG names it, or it is the nearest retort.toml upwards.")
    @Nullable
    Path config;

    @Option(
            names = "--env",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "The environment: its table [env.NAME] overrides the rest. Otherwise RETORT_ENV names it.")
    @Nullable
    String environment;

    @Option(
            names = "-x",
            paramLabel = "KEY=VALUE",
            scope = ScopeType.INHERIT,
            mapFallbackValue = "",
            description = "A value for the revisions, which read it with op.arguments().")
    Map<String, String> arguments = new LinkedHashMap<>();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            scope = ScopeType.INHERIT,
            description = "A setting that overrides the file; the parts of a list are separated by commas.")
    Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "-D",
            paramLabel = "NAME=VALUE",
            scope = ScopeType.INHERIT,
            description = "A value for a $${NAME} in the configuration file.")
    Map<String, String> variables = new LinkedHashMap<>();

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print the result, or the error, as one JSON object.")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print nothing but errors, and what --json asks for.")
    boolean quiet;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Print where in the program an error comes from.")
    boolean stacktrace;
}
