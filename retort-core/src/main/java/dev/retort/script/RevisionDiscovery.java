package dev.retort.script;

import dev.retort.error.FileReason;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.error.SpecialFile;
import dev.retort.script.source.AllCores;
import dev.retort.sql.SqlSyntaxes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the revision files of directories, in load order: the files of a directory by name, then its subdirectories by name. A file that is
 * found twice, through links or overlapping locations, counts once.
 */
final class RevisionDiscovery {

    /** A file that may be a revision or a helper, and was not read yet. */
    private record Found(Path path, RevisionFormat format) {}

    /** An entry of a directory; its format is null if its name is not that of a revision. */
    private record Entry(Path path, @Nullable RevisionFormat format, BasicFileAttributes attributes) {}

    private final Function<Path, String> display;
    private final RevisionReader reader;
    private final Set<Path> seen = new HashSet<>();

    /**
     * A search.
     *
     * @param display how errors show paths
     * @param syntaxes how databases read SQL
     */
    RevisionDiscovery(Function<Path, String> display, SqlSyntaxes syntaxes) {
        this.display = display;
        this.reader = new RevisionReader(display, syntaxes);
    }

    /**
     * The revisions of a directory that were not found before; none if it does not exist.
     *
     * @throws ScriptException if a directory or a file cannot be read, or a header is malformed
     */
    List<RevisionFile> search(Path directory, boolean recursive) {
        if (Files.notExists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        try {
            search(directory, directory.toRealPath(), recursive, found);
        } catch (DirectoryIteratorException e) {
            throw unreadable(directory, Objects.requireNonNull(e.getCause()));
        } catch (UncheckedIOException e) {
            throw unreadable(directory, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
        return AllCores.map(found, file -> reader.read(file.path(), file.format())).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private void search(Path directory, Path real, boolean recursive, List<Found> found) throws IOException {
        List<Path> directories = new ArrayList<>();
        List<Optional<Entry>> entries = AllCores.map(
                entries(directory), path -> entry(path, path.getFileName().toString(), recursive));
        for (Entry entry : entries.stream().flatMap(Optional::stream).toList()) {
            boolean link = entry.attributes().isSymbolicLink();
            Path target =
                    link ? target(entry.path()) : real.resolve(entry.path().getFileName());
            BasicFileAttributes attributes =
                    link ? Files.readAttributes(target, BasicFileAttributes.class) : entry.attributes();
            if (attributes.isDirectory()) {
                directories.add(entry.path());
            } else if (entry.format() != null && seen.add(target)) {
                if (SpecialFile.is(attributes)) {
                    throw special(entry.path());
                }
                found.add(new Found(entry.path(), entry.format()));
            }
        }
        for (Path child : directories) {
            if (child.getFileName().toString().startsWith(PackagedRevisions.OF_OTHER_FILES)) {
                continue;
            }
            Path childReal = child.toRealPath();
            if (recursive && seen.add(childReal)) {
                search(child, childReal, true, found);
            }
        }
    }

    /** An entry that may be a revision or contain some; empty for anything else. */
    private Optional<Entry> entry(Path path, String name, boolean recursive) {
        Optional<RevisionFormat> format = RevisionFormat.of(name);
        if (format.isEmpty()) {
            refuseMisspelt(path, name);
        }
        if (name.startsWith(".") || (format.isEmpty() && !recursive)) {
            return Optional.empty();
        }
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (format.isPresent() || !attributes.isRegularFile()) {
                refuseUnreadableName(path, name);
            }
            return Optional.of(new Entry(path, format.orElse(null), attributes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseMisspelt(Path entry, String name) {
        Optional<String> right = RevisionFormat.misspelt(name);
        if (right.isPresent() && Files.isRegularFile(entry)) {
            throw new ScriptException(
                    "The file would be ignored: the extension of a revision is in lower case.",
                    SourcePosition.of(display.apply(entry)),
                    "Rename it to '" + right.get() + "', or move it away.",
                    null);
        }
    }

    /** Sorted by name. A path that is recreated from its name may be another one: see {@link #refuseUnreadableName}. */
    private List<Path> entries(Path directory) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(entries::add);
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
        entries.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
        return entries;
    }

    /** If the locale cannot represent the characters of a name, Java replaces them, and the name is that of no file. */
    private void refuseUnreadableName(Path path, String name) {
        if (isReadable(path, name)) {
            return;
        }
        String bytes = path.toUri().getRawPath().replaceFirst("/$", "").replaceFirst(".*/", "");
        throw new ScriptException(
                "The name " + bytes
                        + ", in which a % and two digits stand for a byte, is not text in the locale of this process ("
                        + System.getProperty("sun.jnu.encoding") + ").",
                SourcePosition.of(display.apply(path.getParent())),
                "Nothing was run. Rename it, or set LC_ALL to a locale with the encoding that it has, such as LC_ALL=C.UTF-8.",
                null);
    }

    private static boolean isReadable(Path path, String name) {
        try {
            return path.resolveSibling(name).equals(path);
        } catch (InvalidPathException characterMissing) {
            return false;
        }
    }

    private Path target(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException e) {
            throw new ScriptException(
                    e instanceof NoSuchFileException
                            ? "The link is broken."
                            : "The link cannot be followed: " + FileReason.of(e) + ".",
                    SourcePosition.of(display.apply(link)),
                    "Point it to a file that this user may read, or remove it.",
                    e);
        }
    }

    private ScriptException special(Path path) {
        return new ScriptException(
                "The file cannot be read: " + SpecialFile.REASON + ".",
                SourcePosition.of(display.apply(path)),
                "Move it away: a file with such a name in a version location is a revision.",
                null);
    }

    private ScriptException unreadable(Path path, IOException cause) {
        return new ScriptException(
                "The directory cannot be read: " + FileReason.of(cause) + ".",
                SourcePosition.of(display.apply(path)),
                "Check that it is a directory and that this user may read it.",
                cause);
    }
}
