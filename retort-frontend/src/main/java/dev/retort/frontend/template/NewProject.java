package dev.retort.frontend.template;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.ControlCharacters;
import dev.retort.error.FileReason;
import dev.retort.error.UsageException;
import dev.retort.frontend.config.ConfigurationFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A project that has begun.
 *
 * @param configuration the configuration file
 * @param directory the directory of the revisions
 * @param written what was written; empty when everything was set up already
 * @param unset the settings that belong into a configuration file that was there already; null when there was none
 */
public record NewProject(
        Path configuration,
        Path directory,
        List<Path> written,
        @Nullable String unset) {

    public NewProject {
        written = List.copyOf(written);
    }

    /**
     * Begins a project: writes the configuration file and makes the directory of the revisions, all together or not at all.
     *
     * @param base the directory of the project, absolute
     * @param directory the directory of the revisions; for null the one that is configured, if no template is named, or one that is usual
     * @param template the name or the directory of a template; for null the one for Java
     * @param settings reads a configuration file that is there already
     * @throws UsageException when there is no such template, or the directory cannot be one for revisions
     * @throws dev.retort.error.ScriptException when something cannot be written
     */
    public static NewProject begin(
            Path base, @Nullable String directory, @Nullable String template, Function<Path, Settings> settings) {
        ProjectTemplate chosen = ProjectTemplate.of(template == null ? "java" : template, base);
        Path configuration = base.resolve(ConfigurationFile.NAME);
        Optional<String> configured = configured(configuration, settings);
        String location = Optional.ofNullable(directory)
                .or(() -> template == null ? configured : Optional.empty())
                .orElseGet(() -> proposed(base, chosen))
                .replace('\\', '/');
        if (!ControlCharacters.isWithout(location)) {
            throw new UsageException(
                    "The directory '" + ControlCharacters.shownOnALine(location) + "' holds a control character.",
                    "Name another one.");
        }
        Path target = base.resolve(location).normalize();
        if (configured
                        .map(base::resolve)
                        .map(Path::normalize)
                        .filter(target::equals)
                        .isPresent()
                && Files.isDirectory(target.resolve("versions"))) {
            return new NewProject(configuration, target, List.of(), null);
        }
        requireNothingThere(target);
        NewFiles files = new NewFiles();
        List<Path> written = new ArrayList<>();
        written.add(files.directory(target.resolve("versions")));
        String lines = lines(chosen, location);
        if (chosen.file() != null) {
            written.add(files.copy(chosen.file(), target));
        }
        if (Files.exists(configuration)) {
            return new NewProject(configuration, target, written, lines);
        }
        written.add(files.file(configuration, text().replace("@settings@\n", lines)));
        return new NewProject(configuration, target, written, null);
    }

    /** The script location of the settings, if the file is there. */
    private static Optional<String> configured(Path configuration, Function<Path, Settings> settings) {
        return Files.exists(configuration)
                ? settings.apply(configuration)
                        .text(ConfigKey.SCRIPT_LOCATION)
                        .filter(location -> !location.startsWith("classpath:"))
                : Optional.empty();
    }

    private static String proposed(Path base, ProjectTemplate chosen) {
        if (!Files.exists(base.resolve("pom.xml"))) {
            return "migrations";
        }
        return chosen.format().equals("sql") ? "src/main/resources/migrations" : "src/main/java/migrations";
    }

    private static String lines(ProjectTemplate chosen, String location) {
        String template = Optional.ofNullable(chosen.file())
                .map(file -> "\n# What new revisions are made from.\ntemplate = \"" + location + "/"
                        + file.getFileName() + "\"\n")
                .orElse("");
        return "# Where the revisions lie: the directory versions in here.\nscript_location = \"" + location
                + "\"\n\n# What new revisions are written in: java or sql.\nrevision_format = \"" + chosen.format()
                + "\"\n" + template;
    }

    private static void requireNothingThere(Path target) {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new UsageException(target + " is there and is no directory.", "Name another one.");
        }
        try (Stream<Path> entries = Files.list(target)) {
            if (entries.findAny().isPresent()) {
                throw new UsageException("The directory " + target + " is not empty.", "Name another one.");
            }
        } catch (IOException e) {
            throw new UsageException(
                    "The directory " + target + " cannot be read: " + FileReason.of(e) + ".", "Name another one.");
        }
    }

    private static String text() {
        try (InputStream in = NewProject.class.getResourceAsStream("retort.toml.template")) {
            if (in == null) {
                throw new IllegalStateException("The template of retort.toml is missing from the jar.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
