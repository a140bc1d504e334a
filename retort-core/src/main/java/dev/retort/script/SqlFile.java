package dev.retort.script;

import dev.retort.script.source.SourceContent;
import dev.retort.script.sql.SqlMarker;
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
        return ScriptChecksums.ofSql(SqlScript.parse(content()), syntaxes);
    }

    @Override
    public boolean upgradeHas(String checksum, String database, ScriptSettings settings) {
        return SqlScript.parse(content()).has(checksum, SqlMarker.Kind.UPGRADE, database, syntaxes);
    }

    @Override
    public RevisionScript script(RevisionFile revision, ClassLoader compiled, ClassLoader application) {
        return new SqlRevisionScript(revision, SqlScript.parse(content()), syntaxes);
    }

    @Override
    public Packaged packaged(RevisionFile revision, Path sourceRoot, Path classes) {
        return new PackagedSql(PackagedRevisions.resource(sourceRoot, file), checksums(), syntaxes);
    }

    private SourceContent content() {
        return SourceContent.of(file, name);
    }
}
