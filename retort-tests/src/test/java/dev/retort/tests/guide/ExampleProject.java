package dev.retort.tests.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of the point-of-sale example as a checkout has it, to be changed at will.
 *
 * @param directory where it lies
 */
record ExampleProject(Path directory) {

    static final Path ORIGINAL =
            Path.of("..", "examples", "point-of-sale").toAbsolutePath().normalize();

    private static final List<String> PARTS = List.of("pom.xml", "retort.toml", "README.md", "tour", "src", "changes");

    static ExampleProject copiedInto(Path directory) throws IOException {
        for (String part : PARTS) {
            try (Stream<Path> files = Files.walk(ORIGINAL.resolve(part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, directory.resolve(ORIGINAL.relativize(file).toString()));
                }
            }
        }
        return new ExampleProject(directory);
    }

    Guide readme() throws IOException {
        return Guide.read(directory.resolve("README.md"));
    }

    /** The text of the one revision file whose name holds these letters. */
    String revisionFile(String part) throws IOException {
        List<String> names =
                revisionFiles().stream().filter(name -> name.contains(part)).toList();
        if (names.size() != 1) {
            throw new IllegalStateException("Not one file with " + part + " in its name: " + names);
        }
        return Files.readString(versions().resolve(names.get(0)));
    }

    private Path versions() {
        return directory.resolve("src/main/java/migrations/versions");
    }

    /** The names of the revision files, sorted. */
    List<String> revisionFiles() throws IOException {
        try (Stream<Path> files = Files.list(versions())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
