package dev.retort.frontend.config;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.Advice;
import dev.retort.error.ConfigurationException;
import dev.retort.error.FileReason;
import dev.retort.error.NearMatches;
import dev.retort.error.SourcePosition;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads a configuration file into settings: every key known, every value of its key's type, every reference resolved. */
public final class ConfigurationReader {

    private static final String ENVIRONMENTS = "env";

    private static final String VARIABLE = "RETORT_ENV";

    /** What some editors of Windows begin a text with. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final Variables variables;

    private ConfigurationReader(Path file, Variables variables) {
        this.file = file;
        this.variables = variables;
    }

    /**
     * Reads a file.
     *
     * @param environment the table {@code [env.NAME]} whose values override the others; empty for none
     * @throws ConfigurationException naming file and line when something in it cannot be used
     */
    public static Settings read(Path file, String environment, Variables variables) {
        return new ConfigurationReader(file, variables).read(environment);
    }

    /** The name of the environment: the one that was named, else the one that {@code RETORT_ENV} names, else none, which is empty. */
    public static String environmentName(@Nullable String named, Map<String, String> environment) {
        return named == null ? environment.getOrDefault(VARIABLE, "") : named;
    }

    private Settings read(String environment) {
        TomlParseResult toml = parse();
        Path directory = file.toAbsolutePath().getParent();
        Settings settings = Settings.empty(directory == null ? Path.of("") : directory);
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, SourcePosition> positions = new LinkedHashMap<>();
        collect(toml, values, positions);
        TomlTable environments = environments(toml);
        requireKnownKeys(environments);
        if (!environment.isEmpty()) {
            if (environments == null || !(environments.get(List.of(environment)) instanceof TomlTable overriding)) {
                throw unknownEnvironment(environment, environments);
            }
            collect(overriding, values, positions);
        }
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            SourcePosition position = positions.getOrDefault(entry.getKey(), SourcePosition.of(file.toString()));
            settings = apply(settings, entry.getKey(), entry.getValue(), position);
        }
        return settings;
    }

    private @Nullable TomlTable environments(TomlTable toml) {
        Object value = toml.get(List.of(ENVIRONMENTS));
        if (value != null && !(value instanceof TomlTable)) {
            throw new ConfigurationException(
                    null,
                    "'" + ENVIRONMENTS + "' must be a table.",
                    position(toml.inputPositionOf(List.of(ENVIRONMENTS))),
                    "Write one table for each environment: [env.production].");
        }
        return (TomlTable) value;
    }

    /** Refuses an unknown key also where no environment chooses it today. */
    private void requireKnownKeys(@Nullable TomlTable environments) {
        Map<String, Object> tables = environments == null ? Map.of() : environments.toMap();
        for (Object value : tables.values()) {
            if (value instanceof TomlTable table) {
                for (String key : table.keySet()) {
                    known(key, position(table.inputPositionOf(List.of(key))));
                }
            }
        }
    }

    private TomlParseResult parse() {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(
                    null, "The file is not UTF-8.", SourcePosition.of(file.toString()), "Save it as UTF-8.");
        } catch (IOException e) {
            throw new ConfigurationException(
                    null,
                    "The file cannot be read: " + FileReason.of(e) + ".",
                    SourcePosition.of(file.toString()),
                    Advice.NONE);
        }
        TomlParseResult toml = Toml.parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        if (toml.hasErrors()) {
            TomlParseError error = toml.errors().get(0);
            throw new ConfigurationException(
                    null, String.valueOf(error.getMessage()), position(error.position()), "The file is TOML 1.0.");
        }
        return toml;
    }

    private void collect(TomlTable table, Map<String, Object> values, Map<String, SourcePosition> positions) {
        for (String key : table.keySet()) {
            Object value = table.get(List.of(key));
            if (value != null && !(key.equals(ENVIRONMENTS) && value instanceof TomlTable)) {
                values.put(key, value);
                positions.put(key, position(table.inputPositionOf(List.of(key))));
            }
        }
    }

    private Settings apply(Settings settings, String key, Object value, SourcePosition position) {
        ConfigKey known = known(key, position);
        Object converted;
        try {
            converted = converted(value, key, position);
        } catch (ConfigurationException unset) {
            return settings.withUnusable(known, unset);
        }
        try {
            // What a variable holds is a text, of whatever type the key is.
            return value instanceof String text && Variables.areIn(text)
                    ? settings.withText(known, String.valueOf(converted))
                    : settings.with(known, converted);
        } catch (ConfigurationException e) {
            throw e.position().isPresent()
                    ? e
                    : new ConfigurationException(key, String.valueOf(e.getMessage()), position, e.advice());
        }
    }

    private Object converted(Object value, String key, SourcePosition position) {
        if (value instanceof String text) {
            return variables.resolve(text, key, position);
        }
        if (value instanceof Long number) {
            return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
        }
        if (value instanceof TomlArray array) {
            List<Object> list = new ArrayList<>();
            for (Object element : array.toList()) {
                list.add(converted(element, key, position));
            }
            return list;
        }
        if (value instanceof TomlTable table) {
            Map<String, String> map = new LinkedHashMap<>();
            for (String inner : table.dottedKeySet()) {
                Object element = table.get(inner);
                map.put(inner.replace("\"", ""), String.valueOf(converted(String.valueOf(element), key, position)));
            }
            return map;
        }
        return value;
    }

    private static ConfigKey known(String key, SourcePosition position) {
        return ConfigKey.of(key).orElseThrow(() -> unknownKey(key, position));
    }

    private static ConfigurationException unknownKey(String key, SourcePosition position) {
        List<String> keys =
                Arrays.stream(ConfigKey.values()).map(ConfigKey::key).toList();
        return new ConfigurationException(
                key, "'" + key + "' is not a key that Retort knows.", position, NearMatches.question(key, keys));
    }

    private ConfigurationException unknownEnvironment(String environment, @Nullable TomlTable environments) {
        List<String> known = environments == null
                ? List.of()
                : environments.keySet().stream().sorted().toList();
        return new ConfigurationException(
                null,
                "There is no environment '" + environment + "'.",
                SourcePosition.of(file.toString()),
                known.isEmpty()
                        ? "Write a table [env." + environment + "]."
                        : NearMatches.question(environment, known));
    }

    private SourcePosition position(@Nullable TomlPosition position) {
        return new SourcePosition(file.toString(), position == null ? 0 : position.line());
    }
}
