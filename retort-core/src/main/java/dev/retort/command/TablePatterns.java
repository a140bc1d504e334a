package dev.retort.command;

import dev.retort.schema.QualifiedName;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Patterns of table names, in which {@code *} stands for any characters, in any spelling that means the same to the database. */
final class TablePatterns {

    private final UnaryOperator<String> key;
    private final List<Pattern> written;
    private final List<Pattern> keys;

    /**
     * Some patterns.
     *
     * @param key maps spellings of the same name to the same key
     */
    TablePatterns(List<String> texts, UnaryOperator<String> key) {
        this.key = key;
        this.written = texts.stream().map(TablePatterns::compiled).toList();
        this.keys = texts.stream().map(key).map(TablePatterns::compiled).toList();
    }

    private static Pattern compiled(String text) {
        return Pattern.compile(
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    boolean isEmpty() {
        return written.isEmpty();
    }

    /** The key of a part is not always a part of the key: the part alone may not be a valid name. */
    boolean matches(QualifiedName table) {
        String name = table.toString();
        return matches(written, name) || matches(keys, key.apply(name));
    }

    private static boolean matches(List<Pattern> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }
}
