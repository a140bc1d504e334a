package dev.retort.command;

import dev.retort.schema.QualifiedName;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of tables in which {@code *} stands for any characters, in any spelling that means the same to the database. */
final class TablePatterns {

    private final UnaryOperator<String> key;
    private final List<Pattern> patterns;

    /**
     * The patterns.
     *
     * @param key what the spellings of a name have in common
     */
    TablePatterns(List<String> texts, UnaryOperator<String> key) {
        this.key = key;
        this.patterns = texts.stream().map(key).map(TablePatterns::compiled).toList();
    }

    private static Pattern compiled(String text) {
        return Pattern.compile(
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    boolean matches(QualifiedName table) {
        String name = key.apply(table.toString());
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }
}
