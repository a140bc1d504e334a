package dev.retort.script;

import dev.retort.script.java.CompilationUnit;
import dev.retort.sql.SqlSyntaxes;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a revision's script lies. */
sealed interface RevisionOrigin {

    /** A Java source. */
    record JavaFile(CompilationUnit unit) implements RevisionOrigin {}

    /**
     * An SQL file.
     *
     * @param path the file
     * @param syntaxes how databases read it
     */
    record SqlFile(Path path, SqlSyntaxes syntaxes) implements RevisionOrigin {}

    /**
     * A compiled class on the class path, known from the index.
     *
     * @param checksums those of its source
     * @param compiled the checksum of the class; null when the index has none
     */
    record IndexedClass(
            String className,
            ScriptChecksums checksums,
            @Nullable String compiled) implements RevisionOrigin {}

    /** An SQL resource on the class path, known from the index. */
    record IndexedResource(String resource, ScriptChecksums checksums) implements RevisionOrigin {}
}
