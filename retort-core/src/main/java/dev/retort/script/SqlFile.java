package dev.retort.script;

import dev.retort.script.source.SourceText;
import dev.retort.script.sql.SqlScript;
import dev.retort.sql.SqlSyntaxes;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An SQL file.
 *
 * @param file the file
 * @param name its path as messages show it
 * @param syntaxes how databases read it
 */
record SqlFile(Path file, String name, SqlSyntaxes syntaxes) implements RevisionOrigin {

    @Override
    public RevisionFormat format() {
        return RevisionFormat.SQL;
    }

    @Override
    public Optional<Path> path() {
        return Optional.of(file);
    }

    @Override
    public ScriptChecksums checksums() {
        return ScriptChecksums.ofSql(SqlScript.parse(text()), syntaxes);
    }

    @Override
    public RevisionScript script(RevisionFile revision, ClassLoader compiled, ClassLoader application) {
        return new SqlRevisionScript(revision, text(), syntaxes);
    }

    @Override
    public Packaged packaged(RevisionFile revision, Path sourceRoot) {
        return new PackagedSql(PackagedRevisions.resource(sourceRoot, file), checksums(), syntaxes);
    }

    private SourceText text() {
        return SourceText.read(file, name);
    }
}
