package dev.retort.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What to measure.
 *
 * @param revisions the lengths of the histories
 * @param comparison the numbers of tables of the schemas that are compared
 * @param rows the numbers of rows in the files that tables are filled from
 * @param databases which of {@code sqlite}, {@code postgresql}, {@code mariadb}, {@code h2}, {@code hsqldb} and {@code mysql}
 * @param peers which of {@code flyway} and {@code liquibase}, beside Retort and plain JDBC
 * @param repeat how often everything is measured
 * @param directory where temporary files go; SQLite's times are those of its disk
 * @param check whether a missed limit is a failure
 */
record Options(
        List<Integer> revisions,
        List<Integer> comparison,
        List<Integer> rows,
        List<String> databases,
        List<String> peers,
        int repeat,
        Path directory,
        boolean check) {

    static final String USAGE = """
            usage: run [--revisions N,...] [--comparison N,...] [--rows N,...]
                       [--databases sqlite,postgresql,mariadb,h2,hsqldb,mysql] [--peers flyway,liquibase]
                       [--repeat N] [--directory DIR] [--check]
            """;

    private static final String CHECK = "--check";
    private static final List<String> OWN_DATABASES = List.of("sqlite", "postgresql", "mariadb", "h2", "hsqldb");
    private static final List<String> DATABASES =
            Stream.concat(OWN_DATABASES.stream(), Stream.of("mysql")).toList();
    private static final List<String> PEERS = List.of("flyway", "liquibase");

    Options {
        revisions = List.copyOf(revisions);
        comparison = List.copyOf(comparison);
        rows = List.copyOf(rows);
        databases = List.copyOf(databases);
        peers = List.copyOf(peers);
    }

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException when it cannot be understood
     */
    static Options parse(List<String> arguments) {
        List<String> left = new ArrayList<>(arguments);
        boolean check = left.remove(CHECK);
        Map<String, String> values = new HashMap<>();
        while (left.size() > 1) {
            values.put(left.remove(0), left.remove(0));
        }
        Options options = new Options(
                numbers(take(values, "--revisions", "1000")),
                numbers(take(values, "--comparison", "1000")),
                numbers(take(values, "--rows", "1000000")),
                among(DATABASES, take(values, "--databases", String.join(",", OWN_DATABASES))),
                among(PEERS, take(values, "--peers", String.join(",", PEERS))),
                Integer.parseInt(take(values, "--repeat", "5")),
                Path.of(take(values, "--directory", System.getProperty("java.io.tmpdir"))),
                check);
        left.addAll(values.keySet());
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("Not understood: " + String.join(" ", left));
        }
        return options;
    }

    private static String take(Map<String, String> values, String name, String otherwise) {
        String value = values.remove(name);
        return value == null ? otherwise : value;
    }

    private static List<String> words(String value) {
        return Stream.of(value.split(",", -1)).filter(word -> !word.isEmpty()).toList();
    }

    private static List<Integer> numbers(String value) {
        return words(value).stream().map(Integer::valueOf).toList();
    }

    private static List<String> among(List<String> known, String value) {
        List<String> words = words(value);
        if (!known.containsAll(words)) {
            throw new IllegalArgumentException("'" + value + "' names something else than " + String.join(", ", known));
        }
        return words;
    }
}
