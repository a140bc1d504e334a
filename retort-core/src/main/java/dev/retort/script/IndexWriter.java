package dev.retort.script;

import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.error.UsageException;
import dev.retort.script.source.AtomicFile;
import dev.retort.sql.SqlSyntaxes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the index of compiled revisions, which a {@code classpath:} location needs, and the metadata that keep them in native images. The
 * headers are read from the sources; nothing is compiled or executed.
 */
public final class IndexWriter {

    private final List<Path> sources;
    private final Path classes;
    private final SqlSyntaxes syntaxes;

    /**
     * A writer for one module.
     *
     * @param sources the source roots, such as {@code src/main/java} and {@code src/main/resources}
     * @param classes the directory that their classes and copies of their resources are in, such as {@code target/classes}
     * @param syntaxes how databases read the SQL revisions
     */
    public IndexWriter(List<Path> sources, Path classes, SqlSyntaxes syntaxes) {
        this.syntaxes = syntaxes;
        this.sources = sources.stream()
                .map(source -> source.toAbsolutePath().normalize())
                .toList();
        this.classes = classes.toAbsolutePath().normalize();
    }

    /**
     * Writes the index of a location and everything below it.
     *
     * @param location the path below the source roots, such as {@code com/acme/migrations}; {@code classpath:} may be before it
     * @return how many revisions it lists
     * @throws UsageException if the location is in none of the source roots
     * @throws ScriptException if a header is malformed, a class or resource is missing, a packaged revision has its source elsewhere, or
     *     the index cannot be written
     */
    public int write(String location) {
        String path =
                ScriptSettings.resourcePath(ScriptSettings.isClasspath(location) ? location : "classpath:" + location);
        if (sources.stream().noneMatch(source -> Files.isDirectory(source.resolve(path)))) {
            throw new UsageException(
                    "'" + path + "' is not a directory below " + listed() + ".",
                    "Name the source root and the location below it, such as src/main/java and com/acme/migrations.");
        }
        List<IndexedRevision> revisions = new ArrayList<>();
        ClassChecksums checksums = new ClassChecksums();
        RevisionDiscovery discovery = new RevisionDiscovery(Path::toString, syntaxes);
        for (Path source : sources) {
            for (RevisionFile file : discovery.search(source.resolve(path), true)) {
                revisions.add(indexed(file, source, checksums));
            }
        }
        refuseLeftOut(path, revisions);
        replace(ScriptIndex.resource(path), ScriptIndex.format(revisions));
        replace(
                "META-INF/native-image/dev.retort/" + path + "/reachability-metadata.json",
                NativeImageMetadata.format(path, revisions));
        return revisions.size();
    }

    private IndexedRevision indexed(RevisionFile file, Path source, ClassChecksums checksums) {
        Packaged packaged = file.origin().packaged(file, source, classes);
        Path there = requireThere(file, packaged.resource());
        return new IndexedRevision(file.header(), packaged.found(there, checksums));
    }

    /** The class or copied resource of a revision. */
    private Path requireThere(RevisionFile file, String resource) {
        Path packaged = classes.resolve(resource);
        if (!Files.isRegularFile(packaged)) {
            throw missing(file, "There is no '" + resource + "' in '" + classes + "'.");
        }
        return packaged;
    }

    /** An application upgrades to what its index lists and considers that the head, so a missing revision would never be noticed. */
    private void refuseLeftOut(String path, List<IndexedRevision> revisions) {
        Set<String> indexed =
                revisions.stream().map(revision -> revision.origin().resource()).collect(Collectors.toSet());
        for (String resource : PackagedRevisions.below(classes, path)) {
            if (!indexed.contains(resource)) {
                throw new ScriptException(
                        "The index would leave this revision out: its source is below none of " + listed() + ".",
                        SourcePosition.of(classes.resolve(resource).toString()),
                        "Name its source root too, such as src/main/resources; or remove the file if its source is gone.",
                        null);
            }
        }
    }

    static ScriptException missing(RevisionFile file, String why) {
        return new ScriptException(
                "The revision cannot be indexed. " + why,
                file.header().position(),
                "Compile and copy the sources first, then write the index.",
                null);
    }

    private void replace(String resource, String text) {
        Path file = classes.resolve(resource);
        AtomicFile.replace(file, text, file.toString());
    }

    private String listed() {
        return sources.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
