package dev.retort.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that go away again. */
final class TemporaryFolder {

    /** A file system in memory, which Linux has. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final long ROOM = 2L << 30;

    private TemporaryFolder() {}

    /** In memory where there is room: servers make and remove thousands of files, which a disk takes its time for. */
    static Path createInMemory(String prefix) {
        try {
            boolean room =
                    Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
            return room ? Files.createTempDirectory(MEMORY, prefix) : create(prefix);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Path create(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Removes a folder with all that is in it; what is gone already is no error. */
    static void delete(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
