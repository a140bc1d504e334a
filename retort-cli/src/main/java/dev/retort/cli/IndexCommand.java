package dev.retort.cli;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.UsageException;
import java.nio.file.Path;
import java.util.List;

/** Writes the index of packaged revisions. */
final class IndexCommand extends ProjectCommand {

    private static final String CLASSPATH = "classpath:";

    private final Argument<List<Path>> directories =
            directories("DIR", "The directories of the sources, then the one of the classes.");

    private final OptionalArgument<String> location = optionalText(
            "LOCATION",
            "The package of the revisions, with slashes; else script_location below its source root.",
            "--location");

    IndexCommand(RootCommand root) {
        super(root, "index", "Write the index by which an application finds its packaged revisions.");
        footer(
                "Examples:",
                "  retort index src/main/java src/main/resources target/classes",
                "  retort index src/main/java target/classes --location com/acme/migrations",
                "",
                "Every source root that holds revisions is named; a packaged revision without its source is an error.",
                "The index becomes META-INF/retort/LOCATION.index in the directory of classes; with it",
                "script_location = \"classpath:LOCATION\" works where there is neither source nor compiler.");
    }

    @Override
    public Integer call() {
        List<Path> named = directories.value();
        if (named.size() < 2) {
            throw new UsageException(
                    "'index' takes two directories or more, and there is only " + named.get(0) + ".",
                    "Name the sources and then the classes: 'retort index src/main/java target/classes'.");
        }
        List<Path> resolved = named.stream()
                .map(root().workingDirectory().toAbsolutePath()::resolve)
                .map(Path::normalize)
                .toList();
        List<Path> sources = resolved.subList(0, resolved.size() - 1);
        String place = location.value().orElseGet(() -> configured(sources));
        int revisions = Retort.index(sources, resolved.get(resolved.size() - 1), place);
        if (json()) {
            confirmations().write(asJson().indexed(revisions));
        } else {
            confirmations().out().println(asText().indexed(revisions, place));
        }
        return ExitCode.OK;
    }

    /** The script location relative to the source root that it lies in. */
    private String configured(List<Path> sources) {
        Settings settings = root().settings();
        String configured = settings.required(ConfigKey.SCRIPT_LOCATION);
        if (configured.startsWith(CLASSPATH)) {
            return configured.substring(CLASSPATH.length());
        }
        Path directory = settings.path(configured);
        String place = sources.stream()
                .filter(directory::startsWith)
                .findFirst()
                .map(source -> source.relativize(directory).toString().replace('\\', '/'))
                .orElseThrow(
                        () -> new UsageException(
                                "The script location " + directory + " lies below none of the sources.",
                                "Name the source root that it lies in, or say where the revisions lie: --location com/acme/migrations."));
        requireCovered(settings, sources, place);
        return place;
    }

    private static void requireCovered(Settings settings, List<Path> sources, String place) {
        for (String configured : settings.list(ConfigKey.VERSION_LOCATIONS)) {
            Path directory = settings.path(configured);
            if (!configured.startsWith(CLASSPATH)
                    && sources.stream().map(source -> source.resolve(place)).noneMatch(directory::startsWith)) {
                throw new UsageException(
                        "The index of " + place + " would leave out the version location " + directory + ".",
                        "Name its source root too, such as src/main/resources; or say which package is to be indexed:"
                                + " --location com/acme/migrations.");
            }
        }
    }
}
