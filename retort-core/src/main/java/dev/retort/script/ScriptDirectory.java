package dev.retort.script;

import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.ConfigurationException;
import dev.retort.error.RevisionGraphException;
import dev.retort.error.ScriptException;
import dev.retort.error.UsageException;
import dev.retort.migration.RevisionHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The script directory, as it was when it was opened. Files that are added later are not noticed. Immutable. */
public final class ScriptDirectory {

    private final ScriptSettings settings;
    private final List<RevisionFile> files;
    private final Map<String, RevisionFile> byId;

    private ScriptDirectory(ScriptSettings settings, List<RevisionFile> files) {
        this.settings = settings;
        this.files = List.copyOf(files);
        Map<String, RevisionFile> index = new LinkedHashMap<>();
        this.files.forEach(file -> index.putIfAbsent(file.id(), file));
        this.byId = index;
    }

    /**
     * Opens a directory and reads the headers of its revisions. Nothing is compiled.
     *
     * @throws ScriptException if the script location or a version location that was named does not exist, something in it cannot be read, a
     *     header is malformed, or a {@code classpath:} location has no index
     */
    public static ScriptDirectory open(ScriptSettings settings) {
        requireVersionLocations(settings);
        return openToWrite(settings);
    }

    /**
     * Opens a directory to write a revision into it. A version location that does not exist is empty: the first revision creates it.
     *
     * @throws ScriptException as {@link #open} does, except for version locations that do not exist
     */
    public static ScriptDirectory openToWrite(ScriptSettings settings) {
        RevisionDiscovery discovery = new RevisionDiscovery(settings::display, settings.syntaxes());
        List<RevisionFile> files = new ArrayList<>();
        requireScriptLocation(settings);
        for (String location : settings.locations()) {
            if (ScriptSettings.isClasspath(location)) {
                files.addAll(ScriptIndex.read(ScriptSettings.resourcePath(location), settings));
            } else {
                files.addAll(discovery.search(settings.resolve(location), settings.recursive()));
            }
        }
        return new ScriptDirectory(settings, files);
    }

    private static void requireVersionLocations(ScriptSettings settings) {
        for (String location : settings.versionLocations()) {
            Path directory = settings.resolve(location);
            if (!ScriptSettings.isClasspath(location) && Files.notExists(directory)) {
                throw new ScriptException(
                        "The version location '" + settings.display(directory) + "' does not exist.",
                        null,
                        Advice.of(
                                "Correct {}; {} creates a location that it writes into.",
                                Advice.setting("version_locations"),
                                Action.REVISION),
                        null);
            }
        }
    }

    private static void requireScriptLocation(ScriptSettings settings) {
        String location = settings.scriptLocation();
        if (ScriptSettings.isClasspath(location) || !settings.versionLocations().isEmpty()) {
            return;
        }
        Path directory = settings.resolve(location);
        if (!Files.isDirectory(directory)) {
            throw new ScriptException(
                    "The script location '" + settings.display(directory) + "' is not a directory.",
                    null,
                    Files.exists(directory)
                            ? "Correct script_location."
                            : "Create the directory, or correct script_location.",
                    null);
        }
    }

    /** The revisions in load order. */
    public List<RevisionFile> files() {
        return files;
    }

    /** The headers of the revisions in load order. */
    public List<RevisionHeader> headers() {
        return files.stream().map(RevisionFile::header).toList();
    }

    /** The revision with an id. */
    public Optional<RevisionFile> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Whether a recorded checksum is that of what a revision's upgrade runs on a database now.
     *
     * @throws ScriptException if the file cannot be read
     */
    public boolean upgradeHas(String checksum, String id, String database) {
        return find(id).filter(file -> file.origin().upgradeHas(checksum, database, settings))
                .isPresent();
    }

    /**
     * Writes a new revision: decides on its id, name, directory and package, renders its text, checks that the text has the requested
     * header, writes the file atomically, and runs the post-write hooks.
     *
     * @param renderer renders the text
     * @param output receives the output of the hooks, line by line
     * @return the file as it was read again after the hooks
     * @throws UsageException if the id is malformed, or no version location can be chosen
     * @throws RevisionGraphException if the id is used already
     * @throws ConfigurationException if the file template, the zone, the package or a hook is malformed
     * @throws ScriptException if the text is not the revision, the file exists or cannot be written, or a hook fails
     */
    public RevisionFile write(NewRevision revision, Function<RevisionDraft, String> renderer, Consumer<String> output) {
        return new RevisionWriter(settings, files, byId).write(revision, renderer, output);
    }

    /**
     * Loads the scripts of revisions, ready to record. Java revisions that were not compiled before are compiled now, together.
     *
     * @param ids the ids of revisions in this directory
     * @return the scripts, to be closed when what they recorded has run
     * @throws ScriptException if one does not compile, there is no compiler, or a class cannot be used
     */
    public LoadedScripts load(Collection<String> ids) {
        List<RevisionFile> wanted = new ArrayList<>();
        for (String id : ids) {
            wanted.add(find(id).orElseThrow(() -> new IllegalArgumentException("No revision '" + id + "' is here")));
        }
        return LoadedScripts.load(wanted, settings);
    }
}
