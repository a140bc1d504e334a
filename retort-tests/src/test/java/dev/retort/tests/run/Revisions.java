package dev.retort.tests.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Revision files that a test writes, and corrects by writing them again. */
record Revisions(Path folder) {

    /** Two revisions in SQL: {@code r1} makes the table one, {@code r2} the table two. */
    static Revisions ofTwoTables(Path folder) {
        return new Revisions(folder)
                .sql("r1", "", "CREATE TABLE one (id INTEGER);")
                .sql("r2", "r1", "CREATE TABLE two (id INTEGER);");
    }

    /** No revisions, and nothing beside them. What was compiled of them stays in the cache, for those that are written again. */
    Revisions clear() {
        Path versions = folder.resolve("versions");
        try (Stream<Path> files = Files.exists(versions) ? Files.walk(versions) : Stream.empty()) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
            Files.createDirectories(versions);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A revision in SQL; its downgrade does nothing. */
    Revisions sql(String id, String revises, String upgrade) {
        return sql(id, revises, upgrade, "");
    }

    /** A revision in SQL. */
    Revisions sql(String id, String revises, String upgrade, String downgrade) {
        String parents = revises.isEmpty() ? "" : "-- revises: " + revises + "\n";
        return write(
                id + "_step.sql",
                "-- revision: " + id + "\n" + parents + "\n-- upgrade\n" + upgrade + "\n-- downgrade\n" + downgrade);
    }

    /** A revision in Java; its downgrade does nothing. */
    Revisions java(String id, String revises, String upgrade) {
        return java(id, revises, upgrade, "");
    }

    /** A revision in Java. */
    Revisions java(String id, String revises, String upgrade, String downgrade) {
        return write("V" + id + ".java", """
                package versions;

                import static dev.retort.schema.Columns.*;

                import dev.retort.migration.*;
                import dev.retort.schema.*;

                /** A step. */
                @Revision(id = "ID", revises = {PARENTS}, created = "2025-06-06T15:15:00Z")
                public final class VID implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        UPGRADE
                    }

                    @Override
                    public void downgrade(Operations op) {
                        DOWNGRADE
                    }
                }
                """.replace("ID", id)
                .replace("PARENTS", revises.isEmpty() ? "" : "\"" + revises + "\"")
                .replace("UPGRADE", upgrade)
                .replace("DOWNGRADE", downgrade));
    }

    private Revisions write(String name, String text) {
        try {
            Path versions = Files.createDirectories(folder.resolve("versions"));
            Files.writeString(versions.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
