package dev.retort.script;

import dev.retort.error.ScriptException;
import dev.retort.script.java.CompilationUnit;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Where a revision's script lies, and how it is read there. */
sealed interface RevisionOrigin permits JavaFile, SqlFile, Packaged {

    /** What the script is written in. */
    RevisionFormat format();

    /** The path, or the class or resource, as messages show it. */
    String name();

    /** The file; empty for a revision that is on the class path. */
    Optional<Path> path();

    /** The source that has to be compiled first; empty when there is nothing to compile. */
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
     * Reads the script, which may be done for several revisions at the same time. The code of the revision itself runs only in what is
     * returned.
     *
     * @param file the revision that lies here
     * @param compiled finds the classes of sources
     * @param application finds what is on the class path
     */
    Supplier<RevisionScript> script(RevisionFile file, ClassLoader compiled, ClassLoader application);

    /**
     * The revision as an application has it on its class path.
     *
     * @param file the revision that lies here
     * @param sourceRoot where the paths of classes and resources begin
     * @throws ScriptException if it is of another source root
     */
    Packaged packaged(RevisionFile file, Path sourceRoot);
}
