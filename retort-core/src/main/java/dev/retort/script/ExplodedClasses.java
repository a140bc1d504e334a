package dev.retort.script;

import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
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

    private static final Advice WRITE_ANEW =
            Advice.of("Write the index again, as after every compilation: {}.", Action.INDEX);

    private final String location;
    private final ClassLoader loader;
    private final Map<String, IndexedRevision> indexed = new LinkedHashMap<>();
    private final ClassChecksums checksums = new ClassChecksums();

    /**
     * The directories with a location.
     *
     * @param indexed what the indexes of the location list
     */
    ExplodedClasses(String location, ClassLoader loader, List<IndexedRevision> indexed) {
        this.location = location;
        this.loader = loader;
        indexed.forEach(revision -> this.indexed.put(revision.origin().resource(), revision));
    }

    /**
     * Checks that the indexes match the directories.
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

    /** The directories of classes that contain a resource. */
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
                    WRITE_ANEW,
                    null);
        }
    }

    private void requireIndexed(String resource, Path path) {
        IndexedRevision revision = indexed.get(resource);
        if (revision == null) {
            throw differing(
                    path, "The index leaves this revision out: it is older than the classes, or of other sources.");
        }
        if (!revision.origin().isAsListed(revision.header(), path, loader, checksums)) {
            throw differing(path, "The index does not match this revision: it is older than the classes.");
        }
    }

    private static ScriptException differing(Path path, String problem) {
        return new ScriptException(
                problem,
                SourcePosition.of(path.toString()),
                WRITE_ANEW.and(Advice.of("Or remove the file, if its source is gone.")),
                null);
    }
}
