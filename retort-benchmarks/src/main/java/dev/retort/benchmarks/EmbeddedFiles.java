package dev.retort.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Databases in Java that are directories of files, each opened by one process at a time. */
final class EmbeddedFiles implements DatabaseServer {

    private final String name;
    private final String prefix;
    private final String suffix;
    private final String heapForRows;
    private final Path directory;
    private int made;

    private EmbeddedFiles(String name, String prefix, String suffix, String heapForRows, Path directory) {
        this.name = name;
        this.prefix = prefix;
        this.suffix = suffix;
        this.heapForRows = heapForRows;
        this.directory = directory;
    }

    static EmbeddedFiles h2(Path directory) {
        return new EmbeddedFiles("H2", "jdbc:h2:", ";USER=sa", "128m", directory);
    }

    /** It keeps what a transaction has changed in memory. A commit is on the disk before the process ends. */
    static EmbeddedFiles hsqldb(Path directory) {
        return new EmbeddedFiles(
                "HSQLDB",
                "jdbc:hsqldb:file:",
                ";user=SA;shutdown=true;hsqldb.default_table_type=cached;hsqldb.write_delay=false",
                "1g",
                directory);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String drivers() {
        return "embedded";
    }

    @Override
    public boolean runsHistories() {
        return false;
    }

    @Override
    public boolean comparesSchemas() {
        return false;
    }

    @Override
    public String heapForRows() {
        return heapForRows;
    }

    @Override
    public String create() {
        made++;
        return prefix + directory.resolve("d" + made).resolve("db") + suffix;
    }

    @Override
    public void drop(String url) throws IOException {
        Path database =
                Path.of(url.substring(prefix.length(), url.indexOf(';'))).getParent();
        List<Path> left;
        try (Stream<Path> files = Files.walk(database)) {
            left = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : left) {
            Files.delete(path);
        }
    }

    @Override
    public void close() {
        // There is no server.
    }
}
