package dev.retort.script;

import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.migration.RevisionHeader;
import dev.retort.script.java.ClassPathLoader;
import dev.retort.script.source.SourceContent;
import dev.retort.script.source.SourceText;
import dev.retort.script.sql.SqlHeaderScanner;
import dev.retort.script.sql.SqlMarker;
import dev.retort.script.sql.SqlScript;
import dev.retort.sql.SqlSyntaxes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * An SQL resource on the class path.
 *
 * @param resource its path
 * @param checksums those of its sections
 * @param syntaxes how databases read it
 */
record PackagedSql(String resource, ScriptChecksums checksums, SqlSyntaxes syntaxes) implements Packaged {

    static final String KEY = "resource";

    /** Whether a file is the resource of a revision. */
    static boolean isOne(Path file) {
        return file.toString().endsWith(RevisionFormat.SQL.extension());
    }

    @Override
    public RevisionFormat format() {
        return RevisionFormat.SQL;
    }

    @Override
    public String name() {
        return resource;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public boolean upgradeHas(String checksum, String database, ScriptSettings settings) {
        if (Packaged.super.upgradeHas(checksum, database, settings)) {
            return true;
        }
        try (ClassPathLoader classes = settings.application();
                SqlScript script = SqlScript.parse(content(classes.loader()))) {
            return script.has(checksum, SqlMarker.Kind.UPGRADE, database, syntaxes);
        } catch (IOException e) {
            throw SourceText.unreadable(resource, e);
        }
    }

    @Override
    public RevisionScript script(RevisionFile file, ClassLoader sources, ClassLoader application) {
        return new SqlRevisionScript(file, SqlScript.parse(content(application)), syntaxes);
    }

    @Override
    public boolean isAsListed(RevisionHeader header, Path file, ClassLoader application, ClassChecksums classes) {
        SourceContent content = SourceContent.of(file, file.toString());
        return isSame(header, SqlHeaderScanner.scan(SqlHeaderScanner.beginning(content)))
                && checksums
                        .entries()
                        .equals(ScriptChecksums.ofSql(SqlScript.parse(content), syntaxes)
                                .entries());
    }

    /** Whether the headers are equal, wherever they are. */
    private static boolean isSame(RevisionHeader one, RevisionHeader other) {
        return one.id().equals(other.id())
                && one.revises().equals(other.revises())
                && one.dependsOn().equals(other.dependsOn())
                && one.labels().equals(other.labels())
                && one.apiLevel() == other.apiLevel();
    }

    private SourceContent content(ClassLoader application) {
        return SourceContent.inArchive(resource, () -> open(application));
    }

    private InputStream open(ClassLoader application) {
        InputStream in = application.getResourceAsStream(resource);
        if (in == null) {
            throw new ScriptException(
                    "The index names the resource '" + resource + "', which is not on the class path.",
                    SourcePosition.of(resource),
                    "Write the index again, and package it together with the revisions.",
                    null);
        }
        return in;
    }
}
