package dev.retort.benchmarks;

import dev.retort.benchmarks.program.PlainJdbcProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A hand-written program, which no tool can beat by much: the measure of the others. */
record PlainJdbc(JavaPrograms programs) implements Competitor {

    @Override
    public String name() {
        return "plain JDBC";
    }

    @Override
    public void write(SampleHistory history, Path directory) throws IOException {
        Path files = Files.createDirectory(directory.resolve("files"));
        for (SampleRevision revision : history.revisions()) {
            Files.writeString(files.resolve(revision.id() + ".sql"), revision.sql() + "\n");
        }
    }

    @Override
    public Launch upgrade(Path directory, String url) {
        return Launch.of(
                programs.command(
                        PlainJdbcProgram.class,
                        List.of("drivers"),
                        url,
                        directory.resolve("files").toString()),
                directory);
    }
}
