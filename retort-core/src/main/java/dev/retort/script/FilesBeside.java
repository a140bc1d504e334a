package dev.retort.script;

import dev.retort.migration.RevisionFiles;
import dev.retort.operation.FileDigest;
import dev.retort.operation.RowFile;
import dev.retort.script.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files beside a revision: in the folder of its source, or beside its class on the class path. Paths do not lead out of it. */
sealed interface FilesBeside extends RevisionFiles {

    @Override
    default String text(String path) throws IOException {
        try (InputStream bytes = find(path).open()) {
            return SourceText.decode(bytes.readAllBytes(), path).text();
        }
    }

    /** Those beside the source of a revision. */
    record InFolder(String revision, Path folder) implements FilesBeside {

        @Override
        public RowFile.Content find(String path) throws IOException {
            try {
                return new InFile(folder.resolve(within(path)));
            } catch (InvalidPathException e) {
                throw new IOException("its path is not one of this operating system", e);
            }
        }
    }

    /** Those beside the class of a revision. */
    record OnClassPath(String revision, Class<?> type) implements FilesBeside {

        @Override
        public RowFile.Content find(String path) throws IOException {
            return new InResource(type, within(path));
        }
    }

    /** The digest of the file that a path leads to, in the first folder that has one; empty if none has. */
    static Optional<String> digest(String path, List<Path> folders) {
        for (Path folder : folders) {
            try {
                Path file = folder.resolve(within(path));
                if (Files.isRegularFile(file)) {
                    try (InputStream bytes = Files.newInputStream(file)) {
                        return Optional.of(FileDigest.ofText(bytes));
                    }
                }
            } catch (IOException | InvalidPathException e) {
                System.getLogger(FilesBeside.class.getName())
                        .log(System.Logger.Level.DEBUG, "Not a file that the revision reads: " + path, e);
            }
        }
        return Optional.empty();
    }

    /** A path with slashes that stays within the folder. */
    private static String within(String path) throws IOException {
        boolean leads = path.isBlank()
                || path.startsWith("/")
                || path.contains("\\")
                || path.matches("[A-Za-z]:.*")
                || ("/" + path + "/").contains("/../");
        if (leads) {
            throw new IOException(
                    "its path must be one from the folder of the revision, with slashes and without '..'");
        }
        return path;
    }

    /** The content of a file. */
    record InFile(Path file) implements RowFile.Content {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    /** The content of a resource. */
    record InResource(Class<?> revision, String path) implements RowFile.Content {

        @Override
        public InputStream open() throws IOException {
            InputStream content = revision.getResourceAsStream(path);
            if (content == null) {
                throw new NoSuchFileException(path);
            }
            return content;
        }
    }
}
