package dev.retort;

import dev.retort.command.Project;
import dev.retort.command.Target;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.Secrets;
import dev.retort.error.RetortException;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.RetortEnvironment;
import dev.retort.spi.RevisionTemplate;
import dev.retort.spi.StopSignal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The configuration of a {@link Retort}. Each method returns the configuration itself. */
public final class RetortConfiguration {

    private Settings settings = Settings.empty(Path.of(""));
    private @Nullable DataSource dataSource;
    private @Nullable RetortEnvironment environment;
    private String environmentName = "";
    private Map<String, String> arguments = new LinkedHashMap<>();
    private final List<MigrationListener> listeners = new ArrayList<>();
    private StopSignal stop = new StopSignal();
    private boolean openingInBackground;
    private @Nullable ClassLoader loader;
    private @Nullable RevisionTemplate template;
    private List<Path> modules = List.of();
    private Consumer<String> hookOutput = line -> {};
    private volatile @Nullable Known secrets;

    RetortConfiguration() {}

    /** All settings at once; replaces those that were set before. */
    public RetortConfiguration settings(Settings all) {
        Objects.requireNonNull(all, "all");
        this.settings = all;
        return this;
    }

    /** One setting. */
    public RetortConfiguration set(ConfigKey key, Object value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        this.settings = settings.with(key, value);
        return this;
    }

    /** A data source for connections, instead of a url. */
    public RetortConfiguration dataSource(DataSource source) {
        Objects.requireNonNull(source, "source");
        this.dataSource = source;
        return this;
    }

    /** The directory of the revisions, or {@code classpath:PATH} for revisions that are packaged with the application. */
    public RetortConfiguration scriptLocation(String location) {
        Objects.requireNonNull(location, "location");
        return location.startsWith("classpath:")
                ? set(ConfigKey.SCRIPT_LOCATION, location).set(ConfigKey.VERSION_LOCATIONS, List.of(location))
                : set(ConfigKey.SCRIPT_LOCATION, location);
    }

    /** The environment of the project, instead of the class that the setting names. */
    public RetortConfiguration environment(RetortEnvironment projectEnvironment) {
        Objects.requireNonNull(projectEnvironment, "projectEnvironment");
        this.environment = projectEnvironment;
        return this;
    }

    /** The name that revisions get from {@code op.environment()}. */
    public RetortConfiguration environmentName(String name) {
        Objects.requireNonNull(name, "name");
        this.environmentName = name;
        return this;
    }

    /** The arguments that revisions get from {@code op.arguments()}. */
    public RetortConfiguration arguments(Map<String, String> values) {
        Objects.requireNonNull(values, "values");
        this.arguments = new LinkedHashMap<>(values);
        return this;
    }

    /** Adds a listener, which is called after those that were added before. */
    public RetortConfiguration listener(MigrationListener hearer) {
        Objects.requireNonNull(hearer, "hearer");
        listeners.add(hearer);
        return this;
    }

    /** A signal that can stop a run. */
    public RetortConfiguration stopSignal(StopSignal signal) {
        Objects.requireNonNull(signal, "signal");
        this.stop = signal;
        return this;
    }

    /**
     * Opens connections to the url on another thread while the revision files are read. For a process that does nothing else; data sources
     * and environments are called on the caller's thread anyway.
     */
    public RetortConfiguration openInBackground() {
        this.openingInBackground = true;
        return this;
    }

    /** Receives the output of post-write hooks, line by line. */
    public RetortConfiguration hookOutput(Consumer<String> taker) {
        Objects.requireNonNull(taker, "taker");
        this.hookOutput = taker;
        return this;
    }

    /** The template for new revision files, instead of the built-in one. */
    public RetortConfiguration template(RevisionTemplate ownTemplate) {
        Objects.requireNonNull(ownTemplate, "ownTemplate");
        this.template = ownTemplate;
        return this;
    }

    @Nullable
    RevisionTemplate template() {
        return template;
    }

    Consumer<String> hookOutput() {
        return hookOutput;
    }

    /** The class loader of the application's classes and drivers; the default is the context class loader. */
    public RetortConfiguration classLoader(ClassLoader applicationLoader) {
        Objects.requireNonNull(applicationLoader, "applicationLoader");
        this.loader = applicationLoader;
        return this;
    }

    /** Jars of Retort that must be loaded together with the application's classes, such as the one that reads entities. */
    public RetortConfiguration modules(List<Path> jars) {
        Retort.requireAll(jars, "jars");
        this.modules = List.copyOf(jars);
        return this;
    }

    /** The configured Retort. Reads no files yet. */
    public Retort load() {
        return new Retort(this);
    }

    /** A text with the secrets of the configured connections masked. */
    String masked(String text) {
        Known known = secrets;
        if (known == null || known.settings() != settings) {
            known = new Known(settings, secrets());
            secrets = known;
        }
        String shown = text;
        for (Secrets each : known.secrets()) {
            shown = each.masked(shown);
        }
        return shown;
    }

    private List<Secrets> secrets() {
        Dialects dialects = Dialects.loadedFrom(hostLoader());
        String user = known(ConfigKey.USER);
        String password = known(ConfigKey.PASSWORD);
        Secrets ofUrl = dialects.secrets(known(ConfigKey.URL), user, password);
        String migrationUrl = known(ConfigKey.MIGRATION_URL);
        return migrationUrl == null ? List.of(ofUrl) : List.of(ofUrl, dialects.secrets(migrationUrl, user, password));
    }

    /** The secrets of some settings, which are read once. */
    private record Known(Settings settings, List<Secrets> secrets) {}

    /** A setting; null also if it refers to an undefined variable, which whoever needs it reports. */
    private @Nullable String known(ConfigKey key) {
        try {
            return settings.text(key).orElse(null);
        } catch (RetortException e) {
            return null;
        }
    }

    Project project() {
        return new Project(settings, hostLoader(), modules);
    }

    /** The same for a command that writes a revision file. */
    Project projectToWrite() {
        return Project.toWrite(settings, hostLoader(), modules);
    }

    /** The configured database of a project. */
    Target target(Project project) {
        RetortEnvironment chosen = environment != null ? environment : project.environment();
        List<MigrationListener> heard = new ArrayList<>(List.of(masking()));
        heard.addAll(listeners);
        heard.add(chosen.listener());
        return new Target(project, chosen, dataSource, heard, stop, environmentName, arguments, openingInBackground);
    }

    private ClassLoader hostLoader() {
        return Optional.ofNullable(loader)
                .or(() -> Optional.ofNullable(Thread.currentThread().getContextClassLoader()))
                .orElseGet(() -> Retort.class.getClassLoader());
    }

    /** Masks passwords in a failure before listeners get it. */
    private MigrationListener masking() {
        return new MigrationListener() {
            @Override
            public void failed(String database, RetortException failure) {
                failure.mask(RetortConfiguration.this::masked);
            }
        };
    }
}
