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

/** What a {@link Retort} is made from. Each method returns the configuration itself. */
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

    /** All settings at once; forgets those that were set before. */
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

    /** Where connections come from, instead of a url. */
    public RetortConfiguration dataSource(DataSource source) {
        Objects.requireNonNull(source, "source");
        this.dataSource = source;
        return this;
    }

    /** The directory of the revisions, or {@code classpath:PATH} for those that are packaged with the application. */
    public RetortConfiguration scriptLocation(String location) {
        Objects.requireNonNull(location, "location");
        return location.startsWith("classpath:")
                ? set(ConfigKey.SCRIPT_LOCATION, location).set(ConfigKey.VERSION_LOCATIONS, List.of(location))
                : set(ConfigKey.SCRIPT_LOCATION, location);
    }

    /** What the project says in Java, instead of the class that the setting names. */
    public RetortConfiguration environment(RetortEnvironment projectEnvironment) {
        Objects.requireNonNull(projectEnvironment, "projectEnvironment");
        this.environment = projectEnvironment;
        return this;
    }

    /** The name that revisions see with {@code op.environment()}. */
    public RetortConfiguration environmentName(String name) {
        Objects.requireNonNull(name, "name");
        this.environmentName = name;
        return this;
    }

    /** The values that revisions see with {@code op.arguments()}. */
    public RetortConfiguration arguments(Map<String, String> values) {
        Objects.requireNonNull(values, "values");
        this.arguments = new LinkedHashMap<>(values);
        return this;
    }

    /** One more who hears what runs do, after those who were named before. */
    public RetortConfiguration listener(MigrationListener hearer) {
        Objects.requireNonNull(hearer, "hearer");
        listeners.add(hearer);
        return this;
    }

    /** Lets somebody else stop a run. */
    public RetortConfiguration stopSignal(StopSignal signal) {
        Objects.requireNonNull(signal, "signal");
        this.stop = signal;
        return this;
    }

    /**
     * Opens connections to the url on a thread of their own while the revision files are read. For a process that does nothing else; data
     * sources and environments are asked on the caller's thread all the same.
     */
    public RetortConfiguration openInBackground() {
        this.openingInBackground = true;
        return this;
    }

    /** Takes what post-write hooks print, line by line. */
    public RetortConfiguration hookOutput(Consumer<String> taker) {
        Objects.requireNonNull(taker, "taker");
        this.hookOutput = taker;
        return this;
    }

    /** Puts the text of new revision files together, instead of the built-in template. */
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

    /** Sees the application's classes and drivers; without it the context class loader. */
    public RetortConfiguration classLoader(ClassLoader applicationLoader) {
        Objects.requireNonNull(applicationLoader, "applicationLoader");
        this.loader = applicationLoader;
        return this;
    }

    /** Jars of Retort that have to be loaded together with the application's classes, such as the one that reads entities. */
    public RetortConfiguration modules(List<Path> jars) {
        Retort.requireAll(jars, "jars");
        this.modules = List.copyOf(jars);
        return this;
    }

    /** The configured Retort. Reads nothing yet. */
    public Retort load() {
        return new Retort(this);
    }

    /** A text without what must not be shown of the connections that the settings name. */
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

    /** The secrets of settings, which are read once. */
    private record Known(Settings settings, List<Secrets> secrets) {}

    /** A setting; null also where it refers to what is not there, which is said by whoever needs it. */
    private @Nullable String known(ConfigKey key) {
        try {
            return settings.text(key).orElse(null);
        } catch (RetortException e) {
            return null;
        }
    }

    Target target() {
        return target(new Project(settings, hostLoader(), modules));
    }

    /** The same for a command that writes a revision file. */
    Target targetToWrite() {
        return target(Project.toWrite(settings, hostLoader(), modules));
    }

    private Target target(Project project) {
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

    /** Takes passwords out of a failure before others hear of it. */
    private MigrationListener masking() {
        return new MigrationListener() {
            @Override
            public void failed(String database, RetortException failure) {
                failure.mask(RetortConfiguration.this::masked);
            }
        };
    }
}
