package dev.retort.schema;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Product-specific options, by the product's own names in lower case: {@code engine}, {@code fillfactor}. An option without value, such as
 * {@code strict}, has an empty value.
 *
 * @param values the values by name
 */
public record Options(SortedMap<String, String> values) {

    /** No options. */
    public static final Options NONE = new Options(new TreeMap<>());

    public Options {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Options of(Map<String, String> values) {
        return values.isEmpty() ? NONE : new Options(new TreeMap<>(values));
    }

    /** With one more option, or another value of it. */
    public Options with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new Options(more);
    }

    public Options without(String name) {
        SortedMap<String, String> fewer = new TreeMap<>(values);
        fewer.remove(name);
        return new Options(fewer);
    }

    /** The value of an option. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
