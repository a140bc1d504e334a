package dev.retort.script;

import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.migration.Revision;
import dev.retort.revision.RevisionHeader;
import dev.retort.script.source.SourceText;
import dev.retort.script.sql.SqlHeaderScanner;
import dev.retort.script.sql.SqlScript;
import dev.retort.sql.SqlSyntaxes;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The directories of classes on the class path. A jar is packed as a whole, but here a class may be newer than the index beside it, which
 * would then hide a revision.
 */
final class ExplodedClasses {

    private static final String REMEDY =
            "Write the index anew, as after every compilation: 'retort index SOURCES CLASSES'.";

    private final String location;
    private final ClassLoader loader;
    private final SqlSyntaxes syntaxes;
    private final Map<String, RevisionFile> indexed = new LinkedHashMap<>();
    private final ClassChecksums checksums = new ClassChecksums();

    /**
     * The directories that hold a location.
     *
     * @param indexed what the indexes of the location list
     */
    ExplodedClasses(String location, ClassLoader loader, SqlSyntaxes syntaxes, List<RevisionFile> indexed) {
        this.location = location;
        this.loader = loader;
        this.syntaxes = syntaxes;
        indexed.forEach(file -> this.indexed.put(IndexedRevision.resource(file.format(), file.name()), file));
    }

    /**
     * Checks that the indexes list what lies there.
     *
     * @throws ScriptException if they do not
     */
    void requireIndexed() throws IOException {
        Set<Path> roots = roots(ScriptIndex.resource(location));
        if (!roots.isEmpty()) {
            indexed.keySet().forEach(this::requireThere);
        }
        roots.addAll(roots(location));
        for (Path root : roots) {
            for (String resource : PackagedRevisions.below(root, location)) {
                requireIndexed(resource, root.resolve(resource));
            }
        }
    }

    /** The directories of classes that hold a resource. */
    private Set<Path> roots(String resource) throws IOException {
        Set<Path> roots = new LinkedHashSet<>();
        for (URL url : Collections.list(loader.getResources(resource))) {
            if (url.getProtocol().equals("file")) {
                Path root = Path.of(URI.create(url.toString()));
                for (int i = Path.of(resource).getNameCount(); i > 0 && root != null; i--) {
                    root = root.getParent();
                }
                if (root != null) {
                    roots.add(root);
                }
            }
        }
        return roots;
    }

    private void requireThere(String resource) {
        if (loader.getResource(resource) == null) {
            throw new ScriptException(
                    "The index lists '" + resource + "', which is not there: the index is older than the classes.",
                    SourcePosition.of(ScriptIndex.resource(location)),
                    REMEDY,
                    null);
        }
    }

    private void requireIndexed(String resource, Path path) {
        RevisionFile file = indexed.get(resource);
        if (file == null) {
            throw differing(
                    path, "The index leaves this revision out: it is older than the classes, or of other sources.");
        }
        boolean same = file.origin() instanceof RevisionOrigin.IndexedClass indexedClass
                ? isSameClass(file) && isSameCompilation(indexedClass, path)
                : isSameSql(file, SourceText.read(path, path.toString()));
        if (!same) {
            throw differing(path, "The index says something else of this revision: it is older than the classes.");
        }
    }

    private static ScriptException differing(Path path, String problem) {
        return new ScriptException(
                problem,
                SourcePosition.of(path.toString()),
                REMEDY + " Or remove the file, if its source is gone.",
                null);
    }

    private boolean isSameSql(RevisionFile file, SourceText source) {
        return isSame(file.header(), SqlHeaderScanner.scan(source))
                && file.checksums()
                        .entries()
                        .equals(ScriptChecksums.ofSql(SqlScript.parse(source), syntaxes)
                                .entries());
    }

    /** Whether the headers are the same, wherever they stand. */
    private static boolean isSame(RevisionHeader one, RevisionHeader other) {
        return one.id().equals(other.id())
                && one.revises().equals(other.revises())
                && one.dependsOn().equals(other.dependsOn())
                && one.labels().equals(other.labels())
                && one.apiLevel() == other.apiLevel();
    }

    private boolean isSameCompilation(RevisionOrigin.IndexedClass indexedClass, Path path) {
        return indexedClass.compiled() == null || indexedClass.compiled().equals(checksums.of(path));
    }

    private boolean isSameClass(RevisionFile file) {
        RevisionHeader header = file.header();
        try {
            Revision revision = Class.forName(file.name(), false, loader).getAnnotation(Revision.class);
            return revision != null
                    && header.id().equals(revision.id())
                    && header.revises().equals(List.of(revision.revises()))
                    && header.dependsOn().equals(List.of(revision.dependsOn()))
                    && header.labels().equals(List.of(revision.labels()))
                    && header.apiLevel() == revision.apiLevel();
        } catch (ClassNotFoundException | LinkageError e) {
            // Whoever runs the revision is told what its class lacks.
            return true;
        }
    }
}
