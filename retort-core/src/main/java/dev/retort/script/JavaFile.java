package dev.retort.script;

import dev.retort.script.java.CompilationUnit;
import dev.retort.script.source.SourceText;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A Java source.
 *
 * @param unit what is compiled
 * @param name the path as messages show it
 */
record JavaFile(CompilationUnit unit, String name) implements RevisionOrigin {

    @Override
    public RevisionFormat format() {
        return RevisionFormat.JAVA;
    }

    @Override
    public Optional<Path> path() {
        return Optional.of(unit.path());
    }

    @Override
    public Optional<CompilationUnit> source() {
        return Optional.of(unit);
    }

    @Override
    public ScriptChecksums checksums() {
        return ScriptChecksums.ofJava(SourceText.read(unit.path(), name), unit.simpleName());
    }

    @Override
    public Supplier<RevisionScript> script(RevisionFile file, ClassLoader compiled, ClassLoader application) {
        ScriptChecksums checksums = checksums();
        Constructor<?> constructor = JavaRevisionScript.constructor(file, unit.className(), compiled);
        return () -> JavaRevisionScript.of(file, checksums, constructor);
    }

    @Override
    public Packaged packaged(RevisionFile file, Path sourceRoot) {
        if (!unit.sourceRoot().equals(sourceRoot)) {
            throw IndexWriter.missing(
                    file, "Its package begins in '" + unit.sourceRoot() + "', not in '" + sourceRoot + "'.");
        }
        return new PackagedClass(unit.className(), checksums(), null);
    }
}
