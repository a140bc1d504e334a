package dev.retort.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory that is deleted in the end.
 *
 * @param path where it lies
 */
record TemporaryDirectory(Path path) implements AutoCloseable {

    static TemporaryDirectory in(Path parent) throws IOException {
        return new TemporaryDirectory(Files.createTempDirectory(parent, "retort-benchmarks"));
    }

    /** What cannot be deleted is named; the results of many minutes are worth more. */
    @Override
    public void close() {
        try {
            delete(path);
        } catch (IOException e) {
            System.err.println("Not deleted: " + e);
        }
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                // A server that is ending deletes files itself.
                Files.deleteIfExists(path);
            }
        }
    }
}
