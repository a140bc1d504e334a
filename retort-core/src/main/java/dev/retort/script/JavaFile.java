package dev.retort.script;

import dev.retort.script.java.CompilationUnit;
import dev.retort.script.source.SourceText;
import java.nio.file.Path;
import java.util.Optional;

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
        return checksums(unit.path().resolveSibling(""));
    }

    private ScriptChecksums checksums(Path... folders) {
        return ScriptChecksums.ofJava(SourceText.read(unit.path(), name), unit.simpleName(), folders);
    }

    @Override
    public RevisionScript script(RevisionFile file, ClassLoader compiled, ClassLoader application) {
        return JavaRevisionScript.of(file, checksums(), unit.className(), compiled);
    }

    @Override
    public Packaged packaged(RevisionFile file, Path sourceRoot, Path classes) {
        if (!unit.sourceRoot().equals(sourceRoot)) {
            throw IndexWriter.missing(
                    file, "Its package begins in '" + unit.sourceRoot() + "', not in '" + sourceRoot + "'.");
        }
        Path folder = unit.path().resolveSibling("");
        Path packaged = classes.resolve(sourceRoot.relativize(folder));
        return new PackagedClass(unit.className(), checksums(packaged, folder), null);
    }
}
