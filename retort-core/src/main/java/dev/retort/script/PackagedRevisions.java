package dev.retort.script;

import dev.retort.error.FileReason;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The revisions in a directory of classes, compiled or copied, found by their files alone. */
final class PackagedRevisions {

    /** How the names of folders begin in which no revisions are looked for, but files that revisions read. */
    static final String OF_OTHER_FILES = "_";

    private static final Pattern FOLDER_OF_OTHER_FILES = Pattern.compile("/" + OF_OTHER_FILES + "[^/]*/");

    private PackagedRevisions() {}

    /**
     * The paths of the revisions below a location, relative to the directory of classes and with slashes, sorted.
     *
     * @throws ScriptException if a directory or a class cannot be read
     */
    static List<String> below(Path classes, String location) {
        Path directory = classes.resolve(location);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(PackagedRevisions::isRevision)
                    .map(file -> resource(classes, file))
                    .filter(resource -> !("/" + resource).contains("/."))
                    .filter(resource -> !FOLDER_OF_OTHER_FILES
                            .matcher("/" + resource.substring(location.length()))
                            .find())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(directory, e);
        } catch (UncheckedIOException e) {
            throw unreadable(directory, Objects.requireNonNull(e.getCause()));
        }
    }

    /** The path of a file below a directory, with slashes. */
    static String resource(Path directory, Path file) {
        return directory
                .relativize(file)
                .toString()
                .replace(file.getFileSystem().getSeparator(), "/");
    }

    private static boolean isRevision(Path file) {
        return Files.isRegularFile(file) && (PackagedClass.isOne(file) || PackagedSql.isOne(file));
    }

    private static ScriptException unreadable(Path directory, IOException cause) {
        return new ScriptException(
                "The packaged revisions cannot be listed: " + FileReason.of(cause) + ".",
                SourcePosition.of(directory.toString()),
                "Check that this user may read the directory and all below it.",
                cause);
    }
}
