package dev.retort.script;

import dev.retort.error.ScriptException;
import dev.retort.migration.RevisionHeader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A revision on the class path, as listed in an index. */
sealed interface Packaged extends RevisionOrigin permits PackagedClass, PackagedSql {

    /** Its key in an index. */
    String key();

    /** The path of its class or resource, relative to a directory of classes. */
    String resource();

    /** Its checksums in an index, by their names. */
    default Map<String, String> listedChecksums() {
        return checksums().entries();
    }

    /**
     * This revision with what is known only from its file among the classes.
     *
     * @throws ScriptException if the file cannot be read
     */
    default Packaged found(Path file, ClassChecksums classes) {
        return this;
    }

    /**
     * Whether the file among the classes is this revision as the index lists it.
     *
     * @param header its header in the index
     * @param file its class or resource
     * @throws ScriptException if it cannot be read
     */
    boolean isAsListed(RevisionHeader header, Path file, ClassLoader application, ClassChecksums classes);

    @Override
    default Optional<Path> path() {
        return Optional.empty();
    }

    @Override
    default Packaged packaged(RevisionFile file, Path sourceRoot, Path classes) {
        return this;
    }
}
