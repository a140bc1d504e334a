package dev.retort.frontend.config;

import dev.retort.error.ConfigurationException;
import dev.retort.error.FileReason;
import dev.retort.error.SourcePosition;
import dev.retort.error.SpecialFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values behind {@code ${NAME}}: those that a call gives, such as a command line, then the system properties, the environment, and a
 * {@code .env} file, in this order.
 */
public final class Variables {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_.]*)(?::([^}]*))?}");

    private static final Pattern UNCLOSED = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_.]*[^}]*$");

    /** A line of {@code .env}: nothing, a comment, or a variable. A value in double quotes may have several lines. */
    private static final Pattern ENTRY = Pattern.compile("[ \\t\\x{FEFF}]*"
            + "(?:(?:export[ \\t]+)?([\\w.-]+)[ \\t]*=[ \\t]*('[^'\\r\\n]*'|\"[^\"]*\"|(?!\")[^#\\r\\n]*?)[ \\t]*)?"
            + "(?:#[^\\r\\n]*)?(?:\\R|\\z)");

    private final Map<String, String> given;
    private final Map<String, String> environment;
    private final Path directory;
    private @Nullable Map<String, String> file;

    /**
     * Variables.
     *
     * @param given what the call gives
     * @param environment the environment variables
     * @param directory where {@code .env} lies
     */
    public Variables(Map<String, String> given, Map<String, String> environment, Path directory) {
        this.given = Map.copyOf(given);
        this.environment = Map.copyOf(environment);
        this.directory = directory;
    }

    /** True for a text that holds a reference. */
    static boolean areIn(String text) {
        return REFERENCE.matcher(text).find();
    }

    /**
     * A text with its references replaced.
     *
     * @param key the setting, for sentences
     * @param position where the text stands
     * @throws ConfigurationException when a variable without default is not set, or a reference is not closed
     */
    public String resolve(String text, String key, SourcePosition position) {
        if (UNCLOSED.matcher(text).find()) {
            throw new ConfigurationException(
                    key,
                    "'" + key + "' has a '${' that no '}' closes.",
                    position,
                    "Write ${NAME} or ${NAME:default}. A text with a '${' of its own goes into a variable, whose value is taken as"
                            + " it is.");
        }
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (reference.find()) {
            String name = reference.group(1);
            Optional<String> value = value(name).or(() -> Optional.ofNullable(reference.group(2)));
            reference.appendReplacement(
                    resolved, Matcher.quoteReplacement(value.orElseThrow(() -> unset(name, key, position))));
        }
        return reference.appendTail(resolved).toString();
    }

    private ConfigurationException unset(String name, String key, SourcePosition position) {
        return new ConfigurationException(
                key,
                "'" + key + "' refers to the variable " + name + ", which is not set.",
                position,
                "Set it in the environment or in " + directory.resolve(".env") + ", or give a default: ${" + name
                        + ":value}.");
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(given.get(name))
                .or(() -> Optional.ofNullable(System.getProperty(name)))
                .or(() -> Optional.ofNullable(environment.get(name)))
                .or(() -> Optional.ofNullable(file().get(name)));
    }

    private Map<String, String> file() {
        Map<String, String> known = file;
        if (known == null) {
            known = read();
            file = known;
        }
        return known;
    }

    private Map<String, String> read() {
        Path path = directory.resolve(".env");
        if (!Files.isRegularFile(path) && !SpecialFile.is(path)) {
            return Map.of();
        }
        Map<String, String> values = new HashMap<>();
        String text = text(path);
        Matcher entry = ENTRY.matcher(text);
        while (entry.lookingAt()) {
            if (entry.group(1) != null) {
                values.put(entry.group(1), withoutQuotes(entry.group(2)));
            }
            if (entry.end() == text.length()) {
                return values;
            }
            entry.region(entry.end(), text.length());
        }
        int line = 1 + (int) text.substring(0, entry.regionStart()).lines().count();
        throw new ConfigurationException(
                null,
                "The line is no variable.",
                new SourcePosition(path.toString(), line),
                "Each line is NAME=value.");
    }

    private static String text(Path path) {
        try {
            SpecialFile.refuse(path);
            return Files.readString(path);
        } catch (IOException e) {
            throw new ConfigurationException(
                    null,
                    "The file cannot be read: " + FileReason.of(e) + ".",
                    SourcePosition.of(path.toString()),
                    "Check that it is text in UTF-8 and that this user may read it.");
        }
    }

    private static String withoutQuotes(String value) {
        boolean quoted = value.matches("(?s)'.*'|\".*\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
