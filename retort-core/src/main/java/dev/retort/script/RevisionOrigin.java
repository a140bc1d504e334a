package dev.retort.script;

import java.nio.file.Path;

/** Where a revision's script lies. */
sealed interface RevisionOrigin {

    /**
     * A Java source.
     *
     * @param path the file
     * @param sourceRoot the directory that its package begins in
     * @param className the qualified name of its class
     */
    record JavaFile(Path path, Path sourceRoot, String className) implements RevisionOrigin {}

    /** An SQL file. */
    record SqlFile(Path path) implements RevisionOrigin {}

    /** A compiled class on the class path, known from the index. */
    record IndexedClass(String className, ScriptChecksums checksums) implements RevisionOrigin {}

    /** An SQL resource on the class path, known from the index. */
    record IndexedResource(String resource, ScriptChecksums checksums) implements RevisionOrigin {}
}
