package dev.retort.script;

import dev.retort.error.ScriptException;
import dev.retort.revision.RevisionHeader;
import dev.retort.script.source.SourceText;
import dev.retort.script.sql.SqlScript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** A revision in the folder: its header, and where its script lies. The script itself is not read yet. */
public final class RevisionFile {

    private final RevisionHeader header;
    private final RevisionFormat format;
    private final String name;
    private final RevisionOrigin origin;

    RevisionFile(RevisionHeader header, RevisionFormat format, String name, RevisionOrigin origin) {
        this.header = header;
        this.format = format;
        this.name = name;
        this.origin = origin;
    }

    public RevisionHeader header() {
        return header;
    }

    public String id() {
        return header.id();
    }

    public RevisionFormat format() {
        return format;
    }

    /** The path, or the class or resource, as messages show it. */
    public String name() {
        return name;
    }

    /** The file; empty for a revision that is on the class path. */
    public Optional<Path> path() {
        if (origin instanceof RevisionOrigin.JavaFile java) {
            return Optional.of(java.unit().path());
        }
        return origin instanceof RevisionOrigin.SqlFile sql ? Optional.of(sql.path()) : Optional.empty();
    }

    /**
     * The checksums of the script; reads the file.
     *
     * @throws ScriptException if the file cannot be read
     */
    public ScriptChecksums checksums() {
        if (origin instanceof RevisionOrigin.IndexedClass indexed) {
            return indexed.checksums();
        }
        if (origin instanceof RevisionOrigin.IndexedResource indexed) {
            return indexed.checksums();
        }
        if (origin instanceof RevisionOrigin.JavaFile java) {
            return ScriptChecksums.ofJava(source(), java.unit().simpleName());
        }
        return ScriptChecksums.ofSql(SqlScript.parse(source()), ((RevisionOrigin.SqlFile) origin).syntaxes());
    }

    RevisionOrigin origin() {
        return origin;
    }

    /**
     * The script's text.
     *
     * @param loader finds resources
     * @throws ScriptException if it cannot be read; a compiled class has none
     */
    SourceText source(ClassLoader loader) {
        return origin instanceof RevisionOrigin.IndexedResource indexed ? resource(indexed, loader) : source();
    }

    private SourceText source() {
        Path file = path().orElseThrow(() -> new IllegalStateException(name + " has no source"));
        return SourceText.read(file, name);
    }

    private SourceText resource(RevisionOrigin.IndexedResource indexed, ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(indexed.resource())) {
            if (in == null) {
                throw new ScriptException(
                        "The index names the resource '" + indexed.resource() + "', which is not on the class path.",
                        header.position(),
                        "Write the index again, and package it together with the revisions.",
                        null);
            }
            return SourceText.decode(in.readAllBytes(), name);
        } catch (IOException e) {
            throw SourceText.unreadable(name, e);
        }
    }

    @Override
    public String toString() {
        return header.id() + " (" + name + ")";
    }
}
