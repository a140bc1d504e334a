package dev.retort.script;

import dev.retort.error.ScriptException;
import dev.retort.script.java.CompilationUnit;
import java.nio.file.Path;
import java.util.Optional;

/** Where a revision's script is, and how it is read there. */
sealed interface RevisionOrigin permits JavaFile, SqlFile, Packaged {

    /** The format of the script. */
    RevisionFormat format();

    /** The path, or the class or resource, as messages show it. */
    String name();

    /** The file; empty for a revision that is on the class path. */
    Optional<Path> path();

    /** The source that has to be compiled first; empty if there is none. */
    default Optional<CompilationUnit> source() {
        return Optional.empty();
    }

    /**
     * The checksums of the script; reads the file.
     *
     * @throws ScriptException if the file cannot be read
     */
    ScriptChecksums checksums();

    /**
     * Whether a checksum is that of what an upgrade runs on a database, also if it was computed by a rule that held for the file when it had
     * another size.
     *
     * @param settings know what is on the class path
     * @throws ScriptException if the file cannot be read
     */
    default boolean upgradeHas(String checksum, String database, ScriptSettings settings) {
        return checksums().upgrade(database).equals(Optional.of(checksum));
    }

    /**
     * Reads the script; may be called for several revisions in parallel. Runs none of the revision's own code.
     *
     * @param file the revision
     * @param compiled finds the classes of sources
     * @param application finds what is on the class path
     */
    RevisionScript script(RevisionFile file, ClassLoader compiled, ClassLoader application);

    /**
     * The revision as it is on an application's class path.
     *
     * @param file the revision
     * @param sourceRoot the root of the paths of classes and resources
     * @param classes where the classes and copies of the resources are
     * @throws ScriptException if it belongs to another source root
     */
    Packaged packaged(RevisionFile file, Path sourceRoot, Path classes);
}
