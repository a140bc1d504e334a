package dev.retort.config;

import dev.retort.error.Advice;
import dev.retort.error.ConfigurationException;
import dev.retort.schema.NamingConvention;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The values of settings, checked against their keys. Immutable. */
public final class Settings {

    private final Path baseDirectory;
    private final Path viewpoint;
    private final Map<ConfigKey, Object> values;
    private final Map<ConfigKey, ConfigurationException> unusable;

    private Settings(
            Path baseDirectory,
            Path viewpoint,
            Map<ConfigKey, Object> values,
            Map<ConfigKey, ConfigurationException> unusable) {
        this.baseDirectory = baseDirectory;
        this.viewpoint = viewpoint;
        this.values = values;
        this.unusable = unusable;
    }

    /**
     * Settings without values.
     *
     * @param baseDirectory what relative paths are relative to
     */
    public static Settings empty(Path baseDirectory) {
        Objects.requireNonNull(baseDirectory, "baseDirectory");
        Path absolute = baseDirectory.toAbsolutePath().normalize();
        return new Settings(absolute, absolute, new EnumMap<>(ConfigKey.class), new EnumMap<>(ConfigKey.class));
    }

    /** The same settings for a user in another directory than the base: messages show paths relative to that directory. */
    public Settings seenFrom(Path directory) {
        return new Settings(baseDirectory, directory.toAbsolutePath().normalize(), values, unusable);
    }

    /**
     * The same settings with one more value.
     *
     * @throws ConfigurationException when the value is not of the key's type, is not one of its choices, or is blank where that is no
     *     meaningful value
     */
    public Settings with(ConfigKey key, Object value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        check(key, value);
        Map<ConfigKey, Object> copy = new EnumMap<>(values);
        copy.put(key, value);
        Map<ConfigKey, ConfigurationException> rest = new EnumMap<>(unusable);
        rest.remove(key);
        return new Settings(baseDirectory, viewpoint, copy, rest);
    }

    /**
     * The same settings with one more value, given as a string: on a command line, in a property, or by a variable.
     *
     * @param text the value; the items of a list are separated by commas
     * @throws ConfigurationException when the string cannot be converted to the key's type, or as {@link #with} does
     */
    public Settings withText(ConfigKey key, String text) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(text, "text");
        return with(key, value(key, text));
    }

    /**
     * The same settings with a value that cannot be used, such as one that refers to an undefined variable. Reading the setting throws the
     * error; commands that do not need it continue.
     */
    public Settings withUnusable(ConfigKey key, ConfigurationException error) {
        Map<ConfigKey, ConfigurationException> copy = new EnumMap<>(unusable);
        copy.put(key, error);
        return new Settings(baseDirectory, viewpoint, values, copy);
    }

    private static void check(ConfigKey key, Object value) {
        boolean fits = switch (key.type()) {
            case TEXT -> value instanceof String;
            case FLAG -> value instanceof Boolean;
            case NUMBER -> value instanceof Integer number && number >= 0;
            case TEXT_LIST -> isListOf(String.class, value);
            case TABLE_LIST -> isListOf(Map.class, value);
            case TABLE -> value instanceof Map<?, ?>;
        };
        if (!fits) {
            throw new ConfigurationException(
                    key.key(), "The value of '" + key.key() + "' must be " + wanted(key) + ".", null, key.meaning());
        }
        if (key == ConfigKey.NAMING_CONVENTION) {
            checkTemplates(value);
        }
        if (!key.choices().isEmpty() && !key.choices().contains(value)) {
            throw new ConfigurationException(
                    key.key(),
                    "'" + value + "' is not a value of '" + key.key() + "'.",
                    null,
                    "Use one of: " + String.join(", ", key.choices()) + ".");
        }
        if (value instanceof String text && text.isBlank() && !key.takesBlank()) {
            throw new ConfigurationException(
                    key.key(), "The value of '" + key.key() + "' must not be blank.", null, key.meaning());
        }
    }

    private static void checkTemplates(Object value) {
        Map<String, String> templates = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((kind, template) -> templates.put(String.valueOf(kind), String.valueOf(template)));
        try {
            NamingConvention.of(templates);
        } catch (IllegalArgumentException e) {
            String key = ConfigKey.NAMING_CONVENTION.key();
            throw new ConfigurationException(
                    key, "'" + key + "': " + e.getMessage(), null, ConfigKey.NAMING_CONVENTION.meaning());
        }
    }

    private static boolean isListOf(Class<?> element, Object value) {
        return value instanceof List<?> list && list.stream().allMatch(element::isInstance);
    }

    private static Object value(ConfigKey key, String text) {
        return switch (key.type()) {
            case TEXT -> text;
            case FLAG -> flag(key, text);
            case NUMBER -> number(key, text);
            case TEXT_LIST -> text.isEmpty() ? List.of() : List.of(text.split(","));
            case TABLE, TABLE_LIST -> throw unsuitable(key, text);
        };
    }

    private static Boolean flag(ConfigKey key, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unsuitable(key, text);
        };
    }

    private static Integer number(ConfigKey key, String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new ConfigurationException(
                    key.key(), "'" + text + "' is no number for '" + key.key() + "'.", null, key.meaning());
        }
    }

    private static ConfigurationException unsuitable(ConfigKey key, String text) {
        return new ConfigurationException(
                key.key(), "'" + text + "' cannot be the value of '" + key.key() + "'.", null, key.meaning());
    }

    private static String wanted(ConfigKey key) {
        return switch (key.type()) {
            case TEXT -> "a text";
            case FLAG -> "true or false";
            case NUMBER -> "a whole number, zero or more";
            case TEXT_LIST -> "a list of texts";
            case TABLE -> "a table";
            case TABLE_LIST -> "a list of tables";
        };
    }

    /** What relative paths are relative to. */
    public Path baseDirectory() {
        return baseDirectory;
    }

    /** What paths in messages are relative to: the base directory, or the user's directory. */
    public Path viewpoint() {
        return viewpoint;
    }

    /** Whether a value was given, not counting defaults. */
    public boolean has(ConfigKey key) {
        return values.containsKey(key) || unusable.containsKey(key);
    }

    /** A string, given or default. */
    public Optional<String> text(ConfigKey key) {
        return value(key).map(String.class::cast);
    }

    /**
     * A string that must be set.
     *
     * @throws ConfigurationException when it is neither given nor has a default
     */
    public String required(ConfigKey key) {
        return text(key)
                .orElseThrow(() -> new ConfigurationException(
                        key.key(),
                        "'" + key.key() + "' is not set.",
                        null,
                        Advice.of("Set {}.", Advice.setting(key.key()))));
    }

    public boolean flag(ConfigKey key) {
        return value(key).map(Boolean.class::cast).orElse(false);
    }

    public int number(ConfigKey key) {
        return value(key).map(Integer.class::cast).orElse(0);
    }

    @SuppressWarnings("unchecked")
    public List<String> list(ConfigKey key) {
        return value(key).map(value -> (List<String>) value).orElse(List.of());
    }

    @SuppressWarnings("unchecked")
    public Map<String, String> table(ConfigKey key) {
        return value(key).map(value -> (Map<String, String>) value).orElse(Map.of());
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, String>> tables(ConfigKey key) {
        return value(key).map(value -> (List<Map<String, String>>) value).orElse(List.of());
    }

    /** The absolute path of a path setting. */
    public Path path(String text) {
        return baseDirectory.resolve(text).normalize();
    }

    private Optional<Object> value(ConfigKey key) {
        ConfigurationException error = unusable.get(key);
        if (error != null) {
            throw error;
        }
        Object value = values.get(key);
        return value != null ? Optional.of(value) : key.defaultValue();
    }
}
