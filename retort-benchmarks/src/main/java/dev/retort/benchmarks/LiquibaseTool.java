package dev.retort.benchmarks;

import dev.retort.benchmarks.program.LiquibaseProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Liquibase with a change log that includes formatted SQL files. */
record LiquibaseTool(JavaPrograms programs) implements Competitor {

    private static final String CHANGE_LOG = "changelog.xml";

    @Override
    public String name() {
        return "Liquibase";
    }

    @Override
    public void write(SampleHistory history, Path directory) throws IOException {
        Path files = Files.createDirectory(directory.resolve("files"));
        StringBuilder changeLog = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                        http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                """);
        for (SampleRevision revision : history.revisions()) {
            String file = revision.id() + ".sql";
            Files.writeString(
                    files.resolve(file),
                    "--liquibase formatted sql\n--changeset benchmark:" + revision.id() + "\n" + revision.sql()
                            + ";\n");
            changeLog.append("  <include file=\"").append(file).append("\"/>\n");
        }
        Files.writeString(files.resolve(CHANGE_LOG), changeLog.append("</databaseChangeLog>\n"));
    }

    @Override
    public Launch upgrade(Path directory, String url) {
        return Launch.of(
                programs.command(
                        LiquibaseProgram.class,
                        List.of("liquibase", "drivers"),
                        url,
                        directory.resolve("files").toString(),
                        CHANGE_LOG),
                directory);
    }
}
