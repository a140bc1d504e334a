package dev.retort.schema;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Product-specific options, by the product's own names in lower case: {@code engine}, {@code fillfactor}. An option without value, such as
 * {@code strict}, has an empty value. In a revision the name of a database may stand for an option, with the options as value that only this
 * database gets: {@code ENGINE=InnoDB, ROW_FORMAT=DYNAMIC}.
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

    /**
     * The options that a database gets.
     *
     * @param database its name
     * @param all the names of all databases
     */
    public Options of(String database, Set<String> all) {
        SortedMap<String, String> own = new TreeMap<>(values);
        own.keySet().removeAll(all);
        get(database)
                .ifPresent(list -> Stream.of(list.split(",", -1)).forEach(option -> {
                    int sign = option.indexOf('=');
                    String name = sign < 0 ? option : option.substring(0, sign);
                    own.put(
                            name.strip().toLowerCase(Locale.ROOT),
                            sign < 0 ? "" : option.substring(sign + 1).strip());
                }));
        return new Options(own);
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
