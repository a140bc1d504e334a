package dev.retort.script;

import dev.retort.sql.SqlSyntaxes;
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

    /**
     * An SQL file.
     *
     * @param path the file
     * @param syntaxes how databases read it
     */
    record SqlFile(Path path, SqlSyntaxes syntaxes) implements RevisionOrigin {}

    /** A compiled class on the class path, known from the index. */
    record IndexedClass(String className, ScriptChecksums checksums) implements RevisionOrigin {}

    /** An SQL resource on the class path, known from the index. */
    record IndexedResource(String resource, ScriptChecksums checksums) implements RevisionOrigin {}
}
