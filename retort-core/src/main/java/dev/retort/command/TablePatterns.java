package dev.retort.command;

import dev.retort.schema.QualifiedName;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of tables in which {@code *} stands for any characters. */
final class TablePatterns {

    private final List<Pattern> patterns;

    TablePatterns(List<String> texts) {
        this.patterns = texts.stream().map(TablePatterns::compiled).toList();
    }

    private static Pattern compiled(String text) {
        return Pattern.compile(
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    boolean matches(QualifiedName table) {
        String name = table.toString();
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }
}
