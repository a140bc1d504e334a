package dev.retort;

import dev.retort.command.Accept;
import dev.retort.command.CompareSchemas;
import dev.retort.command.GenerateRevision;
import dev.retort.command.ListRevisions;
import dev.retort.command.Project;
import dev.retort.command.RunMigrations;
import dev.retort.command.Stamp;
import dev.retort.command.Target;
import dev.retort.command.Version;
import dev.retort.config.Settings;
import dev.retort.dialect.Dialects;
import dev.retort.error.RetortException;
import dev.retort.plan.RevisionRange;
import dev.retort.report.AutogenerateReport;
import dev.retort.report.Branch;
import dev.retort.report.CurrentReport;
import dev.retort.report.MigrationReport;
import dev.retort.report.ModelReport;
import dev.retort.report.Resolution;
import dev.retort.report.RevisionEntry;
import dev.retort.report.RevisionRequest;
import dev.retort.report.StampReport;
import dev.retort.report.WrittenRevision;
import dev.retort.script.IndexWriter;
import dev.retort.sql.SqlSyntaxes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Version control for one database: every command is a method that takes and returns values. Errors are
 * {@link dev.retort.error.RetortException}s. Each call reads the revision files anew. Not thread-safe; any number of instances live side by side.
 *
 * <pre>{@code
 * MigrationReport report = Retort.configure()
 *         .dataSource(dataSource)
 *         .scriptLocation("classpath:com/acme/migrations")
 *         .load()
 *         .upgrade("heads");
 * }</pre>
 */
public final class Retort {

    private final RetortConfiguration configuration;

    Retort(RetortConfiguration configuration) {
        this.configuration = configuration;
    }

    /** Starts a configuration with default settings. */
    public static RetortConfiguration configure() {
        return new RetortConfiguration();
    }

    /** The version of this program. */
    public static String version() {
        return Version.current();
    }

    /** Upgrades to the targets; without targets, to all heads. */
    public MigrationReport upgrade(String... targets) {
        requireAll(targets, "targets");
        return call(target -> new RunMigrations(target).upgrade(List.of(targets)));
    }

    /** Runs the missed revisions, which are below applied ones and were never run on this database, and nothing else. */
    public MigrationReport upgradeMissed() {
        return call(target -> new RunMigrations(target).upgradeMissed());
    }

    /** The SQL of an upgrade, for a database client: {@code TARGET} from an empty database, or {@code START:TARGET}. */
    public String upgradeSql(String range) {
        Objects.requireNonNull(range, "range");
        return sql(written -> upgradeSql(range, written));
    }

    /**
     * Writes what {@link #upgradeSql(String)} returns, without keeping the rows of files in memory. Nothing is written if a step cannot be
     * written in SQL; but half of the script may be when a file of rows is changed meanwhile, which is an error.
     *
     * @throws IOException if the target cannot be written
     */
    public void upgradeSql(String range, Appendable target) throws IOException {
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(target, "target");
        write(commands -> commands.upgradeSql(range, target));
    }

    /** Downgrades to a target. */
    public MigrationReport downgrade(String target) {
        Objects.requireNonNull(target, "target");
        return call(database -> new RunMigrations(database).downgrade(target));
    }

    /** The SQL of a downgrade, for a database client: {@code START:TARGET}. */
    public String downgradeSql(String range) {
        Objects.requireNonNull(range, "range");
        return sql(written -> downgradeSql(range, written));
    }

    /**
     * Writes what {@link #downgradeSql(String)} returns, as {@link #upgradeSql(String, Appendable)} does.
     *
     * @throws IOException if the target cannot be written
     */
    public void downgradeSql(String range, Appendable target) throws IOException {
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(target, "target");
        write(commands -> commands.downgradeSql(range, target));
    }

    /** Completes or undoes a half-done step; does nothing if there is none. */
    public MigrationReport resume(Resolution resolution) {
        Objects.requireNonNull(resolution, "resolution");
        return call(target -> new RunMigrations(target).resume(resolution));
    }

    /** Records which revisions the database is at, without running anything. */
    public StampReport stamp(String target, String... more) {
        return stamp(all(target, more));
    }

    /** The same for a list of targets, which must not be empty. */
    public StampReport stamp(List<String> targets) {
        requireAll(targets, "targets");
        return call(target -> new Stamp(target).stamp(targets, false));
    }

    /** Empties the version table, then records which revisions the database is at. */
    public StampReport purgeAndStamp(String target, String... more) {
        return purgeAndStamp(all(target, more));
    }

    /** The same for a list of targets, which must not be empty. */
    public StampReport purgeAndStamp(List<String> targets) {
        requireAll(targets, "targets");
        return call(target -> new Stamp(target).stamp(targets, true));
    }

    /** The SQL of a stamp. */
    public String stampSql(String target, String... more) {
        return stampSql(all(target, more));
    }

    /** The same for a list of targets, which must not be empty. */
    public String stampSql(List<String> targets) {
        requireAll(targets, "targets");
        return call(target -> new Stamp(target).stampSql(targets));
    }

    /** Creates the metadata tables that do not exist. */
    public void ensureVersion() {
        call(target -> {
            new Stamp(target).ensureVersion();
            return true;
        });
    }

    /** The SQL that creates the version table. */
    public String ensureVersionSql() {
        return call(target -> new Stamp(target).ensureVersionSql());
    }

    /** The current revisions of the database, and what is pending, missed or half-done. */
    public CurrentReport current() {
        return call(target -> new ListRevisions(target).current());
    }

    /** The heads; with resolved dependencies, only those on which no other revision depends. */
    public List<RevisionEntry> heads(boolean resolveDependencies) {
        return call(target -> new ListRevisions(target).heads(resolveDependencies));
    }

    /** The whole history, newest first. */
    public List<RevisionEntry> history() {
        return call(target -> new ListRevisions(target).history(RevisionRange.EVERYTHING, false));
    }

    /**
     * A part of the history, newest first.
     *
     * @param range {@code START:END}; either may be omitted
     * @param indicateCurrent whether to query the database for its current revisions
     */
    public List<RevisionEntry> history(String range, boolean indicateCurrent) {
        Objects.requireNonNull(range, "range");
        return call(target -> new ListRevisions(target).history(RevisionRange.ofHistory(range), indicateCurrent));
    }

    /** The branch points. */
    public List<Branch> branches() {
        return call(target -> new ListRevisions(target).branches());
    }

    /** The revisions that an identifier names; {@code current} queries the database. */
    public List<RevisionEntry> show(String identifier) {
        Objects.requireNonNull(identifier, "identifier");
        return call(target -> new ListRevisions(target).show(identifier));
    }

    /** Writes a revision file without operations. */
    public WrittenRevision revision(RevisionRequest request) {
        Objects.requireNonNull(request, "request");
        return writing(target -> generating(target).revision(request));
    }

    /** Writes a revision file with the differences between the entities and the database; writes nothing if there are none. */
    public AutogenerateReport autogenerate(RevisionRequest request) {
        Objects.requireNonNull(request, "request");
        return writing(target -> generating(target).autogenerate(request));
    }

    /** The differences between the entities and the database. */
    public ModelReport check() {
        return call(target -> new CompareSchemas(target).report());
    }

    /** Writes a revision file that merges several revisions. */
    public WrittenRevision merge(RevisionRequest request) {
        Objects.requireNonNull(request, "request");
        return writing(target -> generating(target).merge(request));
    }

    /**
     * Accepts changed files of applied revisions.
     *
     * @param reason the reason, for the history table
     * @return the ids of those revisions whose files have changed; nothing is recorded of the others
     */
    public List<String> accept(List<String> identifiers, String reason) {
        requireAll(identifiers, "identifiers");
        Objects.requireNonNull(reason, "reason");
        return call(target -> new Accept(target).accept(identifiers, reason));
    }

    /**
     * Records missed revisions as applied.
     *
     * @param identifiers the revisions; none for all that were missed
     * @param reason the reason, for the history table
     * @return the ids of the revisions
     */
    public List<String> acceptMissed(List<String> identifiers, String reason) {
        requireAll(identifiers, "identifiers");
        Objects.requireNonNull(reason, "reason");
        return call(target -> new Accept(target).acceptMissed(identifiers, reason));
    }

    /**
     * Writes the index in which an application finds its packaged revisions.
     *
     * @param sources the source roots, such as {@code src/main/java}
     * @param classes the directory of their classes and resources, such as {@code target/classes}
     * @param location the package of the revisions below the source roots, with slashes
     * @return the number of revisions in the index
     */
    public static int index(List<Path> sources, Path classes, String location) {
        requireAll(sources, "sources");
        Objects.requireNonNull(classes, "classes");
        Objects.requireNonNull(location, "location");
        SqlSyntaxes syntaxes =
                Dialects.loadedFrom(Retort.class.getClassLoader()).syntaxes();
        return new IndexWriter(sources, classes, syntaxes).write(location);
    }

    /** The effective settings. */
    public Settings settings() {
        return call(target -> target.project().settings());
    }

    /** A text with the passwords of the configured connection masked. */
    public String masked(String text) {
        Objects.requireNonNull(text, "text");
        return configuration.masked(text);
    }

    private GenerateRevision generating(Target target) {
        return new GenerateRevision(target, configuration.hookOutput(), configuration.template(), this::masked);
    }

    private <T> T call(Function<Target, T> command) {
        return call(configuration::project, command);
    }

    /** What writes SQL. */
    private interface Writing<T> {
        void to(T target) throws IOException;
    }

    private void write(Writing<RunMigrations> writing) throws IOException {
        Optional<IOException> failure = call(target -> {
            try {
                writing.to(new RunMigrations(target));
                return Optional.empty();
            } catch (IOException e) {
                return Optional.of(e);
            }
        });
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private static String sql(Writing<StringBuilder> writing) {
        StringBuilder written = new StringBuilder();
        try {
            writing.to(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString();
    }

    private <T> T writing(Function<Target, T> command) {
        return call(configuration::projectToWrite, command);
    }

    private <T> T call(Supplier<Project> opened, Function<Target, T> command) {
        try (Project project = opened.get()) {
            return command.apply(configuration.target(project));
        } catch (RetortException e) {
            e.mask(this::masked);
            throw e;
        }
    }

    private static List<String> all(String target, String... more) {
        Objects.requireNonNull(target, "target");
        requireAll(more, "more");
        return Stream.concat(Stream.of(target), Arrays.stream(more)).toList();
    }

    /** Rejects null among several arguments. */
    static void requireAll(Object[] values, String name) {
        requireAll(Arrays.asList(Objects.requireNonNull(values, name)), name);
    }

    static void requireAll(List<?> values, String name) {
        int position = 0;
        for (Object value : Objects.requireNonNull(values, name)) {
            Objects.requireNonNull(value, name + "[" + position + "]");
            position++;
        }
    }
}
