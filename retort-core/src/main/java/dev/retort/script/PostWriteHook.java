package dev.retort.script;

import dev.retort.error.ConfigurationException;
import dev.retort.error.NearMatches;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A post-write hook, which runs on every new revision file.
 *
 * @param name its name in messages
 * @param type a program or a class
 * @param executable the program, or the name of a class that implements {@link WrittenFileHook}
 * @param options the arguments of the program, split as a shell does; {@code REVISION_SCRIPT_FILENAME} stands for the file's absolute path,
 *     which comes first if it is not mentioned
 * @param cwd the program's working directory, relative to the base directory; null for the base directory
 * @param onFailure what happens to the file when the hook fails
 * @param values every key of the hook as configured, for a class
 */
public record PostWriteHook(
        String name,
        Type type,
        String executable,
        String options,
        @Nullable String cwd,
        OnFailure onFailure,
        Map<String, String> values) {

    private static final String KEY = "post_write_hooks";
    private static final List<String> KEYS =
            List.of("name", "type", "executable", "class", "options", "cwd", "on_failure");

    /** The types of hooks. */
    public enum Type {
        EXEC,
        CLASS
    }

    /** What happens to the file when a hook fails. */
    public enum OnFailure {
        KEEP,
        REMOVE
    }

    public PostWriteHook {
        if (type == Type.EXEC) {
            ShellWords.split(options);
        }
        values = Map.copyOf(values);
    }

    /**
     * A hook from its configured keys: {@code name}, {@code type} ({@code exec}, the default, or {@code class}), {@code executable} or
     * {@code class}, {@code options}, {@code cwd}, {@code on_failure} ({@code keep}, the default, or {@code remove}). A hook of type
     * {@code class} may have further keys.
     *
     * @throws ConfigurationException if a key is missing or unknown, a value is none of its choices, or a quote in the options is not
     *     closed
     */
    public static PostWriteHook of(Map<String, String> values) {
        String name = required(values, "name", "A post-write hook");
        String subject = "The post-write hook '" + name + "'";
        Type type = choice(values, "type", Type.EXEC, Type.values(), subject);
        if (type == Type.EXEC) {
            refuseUnknown(values, subject);
        }
        return new PostWriteHook(
                name,
                type,
                required(values, type == Type.EXEC ? "executable" : "class", subject),
                values.getOrDefault("options", ""),
                values.get("cwd"),
                choice(values, "on_failure", OnFailure.KEEP, OnFailure.values(), subject),
                values);
    }

    private static String required(Map<String, String> values, String key, String subject) {
        return Optional.ofNullable(values.get(key))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> error(subject + " has no '" + key + "'.", "Add " + key + " = \"…\"."));
    }

    private static <E extends Enum<E>> E choice(
            Map<String, String> values, String key, E standard, E[] choices, String subject) {
        String value = values.get(key);
        if (value == null) {
            return standard;
        }
        List<String> known = new ArrayList<>();
        for (E choice : choices) {
            String spelling = choice.name().toLowerCase(Locale.ROOT);
            if (spelling.equals(value)) {
                return choice;
            }
            known.add(spelling);
        }
        throw error(
                subject + " has the " + key + " '" + value + "', which does not exist.",
                "Use one of: " + String.join(", ", known) + ".");
    }

    private static void refuseUnknown(Map<String, String> values, String subject) {
        for (String key : values.keySet()) {
            if (!KEYS.contains(key)) {
                throw error(subject + " has an unknown key '" + key + "'.", NearMatches.question(key, KEYS));
            }
        }
    }

    private static ConfigurationException error(String problem, String remedy) {
        return new ConfigurationException(KEY, problem, null, remedy);
    }
}
