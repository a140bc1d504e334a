package dev.retort.benchmarks;

import dev.retort.benchmarks.program.FlywayProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Flyway with versioned SQL migrations. */
record FlywayTool(JavaPrograms programs) implements Competitor {

    @Override
    public String name() {
        return "Flyway";
    }

    @Override
    public void write(SampleHistory history, Path directory) throws IOException {
        Path files = Files.createDirectory(directory.resolve("files"));
        for (SampleRevision revision : history.revisions()) {
            Files.writeString(
                    files.resolve("V" + revision.number() + "__" + revision.id() + ".sql"), revision.sql() + ";\n");
        }
    }

    @Override
    public Launch upgrade(Path directory, String url) {
        return Launch.of(
                programs.command(
                        FlywayProgram.class,
                        List.of("flyway", "drivers"),
                        url,
                        directory.resolve("files").toString()),
                directory);
    }
}
