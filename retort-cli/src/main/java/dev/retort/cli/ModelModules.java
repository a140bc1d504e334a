package dev.retort.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jars of a distribution that read entities. They are not on the program's own class path, because they have to be loaded together
 * with the application's Hibernate.
 */
final class ModelModules {

    private static final String HOME = "retort.home";

    private ModelModules() {}

    /** The jars; none when the program was not started by its launcher. */
    static List<Path> installed() {
        String home = System.getProperty(HOME);
        Path directory = home == null ? null : Path.of(home, "model");
        if (directory == null || !Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> jars = Files.list(directory)) {
            return jars.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
