package dev.retort.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** SQLite databases: files in a directory. */
final class SqliteFiles implements DatabaseServer {

    private static final String PREFIX = "jdbc:sqlite:";

    private final Path directory;
    private int made;

    SqliteFiles(Path directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public String drivers() {
        return "drivers";
    }

    @Override
    public boolean runsHistories() {
        return true;
    }

    @Override
    public boolean comparesSchemas() {
        return false;
    }

    @Override
    public boolean rebuildsTables() {
        return true;
    }

    @Override
    public String create() {
        made++;
        return PREFIX + directory.resolve("d" + made + ".db");
    }

    @Override
    public void drop(String url) throws IOException {
        String file = Path.of(url.substring(PREFIX.length())).getFileName().toString();
        List<Path> left;
        try (Stream<Path> entries = Files.list(directory)) {
            left = entries.filter(entry -> entry.getFileName().toString().startsWith(file))
                    .toList();
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
