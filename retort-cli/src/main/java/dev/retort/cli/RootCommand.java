package dev.retort.cli;

import dev.retort.Retort;
import dev.retort.RetortConfiguration;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.ConfigurationException;
import dev.retort.error.NearMatches;
import dev.retort.error.UsageException;
import dev.retort.frontend.ShownPaths;
import dev.retort.frontend.config.ConfigurationFile;
import dev.retort.frontend.config.ConfigurationReader;
import dev.retort.frontend.config.Variables;
import dev.retort.frontend.json.JsonReports;
import dev.retort.frontend.template.TemplateFile;
import dev.retort.frontend.text.ProgressListener;
import dev.retort.frontend.text.ReportText;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.StopSignal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The program with its commands. */
final class RootCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Path workingDirectory;
    private final Interruption interruption;

    private final GlobalOptions options = new GlobalOptions();
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    /** Volatile, as what follows: an interrupt is answered on a thread of its own. */
    private volatile ShownPaths paths;

    /** The last one that was made; what it must not show, the program must not show. */
    private volatile Retort retort = Retort.configure().load();

    @SuppressWarnings("UnusedVariable") // held, so that it stays in force
    private @Nullable LibraryLogging logging;

    RootCommand(Terminal terminal, Map<String, String> environment, Path workingDirectory, Interruption interruption) {
        this.terminal = terminal.masking(this::masked);
        this.environment = Map.copyOf(environment);
        this.workingDirectory = workingDirectory;
        this.interruption = interruption;
        this.paths = new ShownPaths(workingDirectory, workingDirectory);
        spec.name("retort")
                .versionProvider(new VersionProvider())
                .addMixin("options", options.spec())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print the version.")
                        .build());
        spec.usageMessage()
                .description("Version control for database schemas.")
                .footer("", "'retort COMMAND --help' explains a command.");
    }

    CommandSpec spec() {
        return spec;
    }

    /** Without a command the help is shown; the exit code says that nothing was done. */
    @Override
    public Integer call() {
        CommandLine program = spec.commandLine();
        if (options.json()) {
            throw new ParameterException(program, "A command is missing.");
        }
        program.usage(program.getOut());
        return ExitCode.USAGE;
    }

    GlobalOptions options() {
        return options;
    }

    /** Where results go. */
    Terminal terminal() {
        return terminal;
    }

    /** Where it is told what was done, unless nobody wants to hear of it. */
    Terminal confirmations() {
        return options.quiet() && !options.json() ? terminal.quiet() : terminal;
    }

    /** Says something beside the result. */
    void say(String text) {
        if (!options.quiet()) {
            terminal.say(paths.in(text));
        }
    }

    /** Results as JSON. */
    JsonReports asJson() {
        return new JsonReports(terminal.masked());
    }

    /** Results in sentences. */
    ReportText asText() {
        return new ReportText(terminal, paths, CommandLineWords.INSTANCE);
    }

    /** Paths as messages show them. */
    ShownPaths paths() {
        return paths;
    }

    Path workingDirectory() {
        return workingDirectory;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Does some work with Retort that stops cleanly when the process is interrupted, or else says how far it came. */
    <T> T stoppably(Function<Retort, T> work) {
        RunWatch watch = new RunWatch();
        return interruption.during(
                stop -> work.apply(retort(stop, watch)), why -> new Failures(this).printNotStopped(why, watch));
    }

    /** Retort for commands that load the application's libraries. */
    Retort retortReadingEntities() {
        logging = new LibraryLogging();
        return retort(new StopSignal());
    }

    /** Retort with the settings of the configuration file and the command line. */
    Retort retort(StopSignal stop) {
        return retort(stop, MigrationListener.SILENT);
    }

    /** The watch hears first, since whoever prints may have to wait. */
    private Retort retort(StopSignal stop, MigrationListener watch) {
        Settings settings = settings();
        RetortConfiguration configuration = Retort.configure()
                .settings(settings)
                .environmentName(environmentName())
                .arguments(options.arguments())
                .listener(watch)
                .listener(progress())
                .hookOutput(line -> terminal.err().println(line))
                .modules(ModelModules.installed())
                .stopSignal(stop)
                .openInBackground();
        settings.text(ConfigKey.TEMPLATE)
                .ifPresent(file -> configuration.template(new TemplateFile(settings.path(file))));
        retort = configuration.load();
        return retort;
    }

    private ProgressListener progress() {
        return new ProgressListener(
                new ProgressVoice(terminal, options), terminal, CommandLineWords.INSTANCE, options.verbose());
    }

    private String masked(String text) {
        return retort.masked(text);
    }

    private String environmentName() {
        return ConfigurationReader.environmentName(options.environment().orElse(null), environment);
    }

    /** The settings of the configuration file and the command line. */
    Settings settings() {
        return settings(ConfigurationFile.find(
                options.config().orElse(null), environment, workingDirectory, CommandLineWords.CONFIGURATION_FILE));
    }

    /** The settings of a configuration file and the command line. */
    Settings settings(Path file) {
        Path directory = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(workingDirectory);
        paths = new ShownPaths(workingDirectory, directory);
        Variables variables = new Variables(options.variables(), environment, directory);
        Settings settings =
                ConfigurationReader.read(file, environmentName(), variables).seenFrom(workingDirectory);
        for (Map.Entry<String, String> entry : options.settings().entrySet()) {
            settings = with(settings, key(entry.getKey()), entry.getValue());
        }
        return withOwnDefault(settings);
    }

    /** An application has to start on a newer database; who upgrades one on a command line wants to know that nothing was run. */
    private static Settings withOwnDefault(Settings settings) {
        return settings.has(ConfigKey.ON_NEWER) ? settings : settings.with(ConfigKey.ON_NEWER, "error");
    }

    private static Settings with(Settings settings, ConfigKey key, String text) {
        try {
            return settings.withText(key, text);
        } catch (ConfigurationException e) {
            throw new UsageException("--set: " + e.problem(), e.advice());
        }
    }

    private static ConfigKey key(String name) {
        List<String> keys =
                Arrays.stream(ConfigKey.values()).map(ConfigKey::key).toList();
        return ConfigKey.of(name)
                .orElseThrow(() ->
                        new UsageException("--set: '" + name + "' is not a key.", NearMatches.question(name, keys)));
    }

    /** Says which version this is. */
    static final class VersionProvider implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"retort " + Retort.version()};
        }
    }
}
