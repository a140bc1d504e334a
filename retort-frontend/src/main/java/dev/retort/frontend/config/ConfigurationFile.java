package dev.retort.frontend.config;

import dev.retort.error.Advice;
import dev.retort.error.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the configuration file of a project. */
public final class ConfigurationFile {

    /** The name that is looked for. */
    public static final String NAME = "retort.toml";

    private static final String VARIABLE = "RETORT_CONFIG";

    private ConfigurationFile() {}

    /**
     * How a front-end speaks of the file.
     *
     * @param option how its users name one, such as {@code --config}
     * @param ifMissing what to do where none is found
     * @param ifUnusable what to do where the one that is named or found is no file
     */
    public record Wording(String option, Advice ifMissing, Advice ifUnusable) {}

    /**
     * The file: the one that was named, else the one that {@code RETORT_CONFIG} names, else the nearest {@code retort.toml} from the
     * working directory upwards.
     *
     * @throws ConfigurationException when a named or found file is none, or none is found
     */
    public static Path find(
            @Nullable Path named, Map<String, String> environment, Path workingDirectory, Wording wording) {
        if (named != null) {
            return existing(workingDirectory.resolve(named), ", named by " + wording.option() + ",", wording);
        }
        String variable = environment.get(VARIABLE);
        if (variable != null && !variable.isEmpty()) {
            return existing(workingDirectory.resolve(variable), ", named by " + VARIABLE + ",", wording);
        }
        for (Path directory = workingDirectory.toAbsolutePath(); directory != null; directory = directory.getParent()) {
            Path candidate = directory.resolve(NAME);
            if (Files.exists(candidate, LinkOption.NOFOLLOW_LINKS)) {
                return existing(candidate, "", wording);
            }
        }
        throw new ConfigurationException(
                null,
                "There is no " + NAME + " in " + workingDirectory.toAbsolutePath() + " or above it.",
                null,
                wording.ifMissing());
    }

    private static Path existing(Path file, String namedBy, Wording wording) {
        if (!Files.isRegularFile(file)) {
            throw new ConfigurationException(
                    null,
                    "The configuration file " + file + namedBy
                            + (Files.exists(file)
                                    ? " is no file."
                                    : Files.isSymbolicLink(file) ? " is a link to nothing." : " does not exist."),
                    null,
                    wording.ifUnusable());
        }
        return file.toAbsolutePath().normalize();
    }
}
