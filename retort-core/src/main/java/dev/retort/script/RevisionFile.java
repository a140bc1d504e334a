package dev.retort.script;

import dev.retort.error.ScriptException;
import dev.retort.migration.RevisionHeader;
import java.nio.file.Path;
import java.util.Optional;

/** A revision in the script directory: its header, and where its script is. The script itself is not read yet. */
public final class RevisionFile {

    private final RevisionHeader header;
    private final RevisionOrigin origin;

    RevisionFile(RevisionHeader header, RevisionOrigin origin) {
        this.header = header;
        this.origin = origin;
    }

    public RevisionHeader header() {
        return header;
    }

    public String id() {
        return header.id();
    }

    public RevisionFormat format() {
        return origin.format();
    }

    /** The path, or the class or resource, as messages show it. */
    public String name() {
        return origin.name();
    }

    /** The file; empty for a revision that is on the class path. */
    public Optional<Path> path() {
        return origin.path();
    }

    /**
     * The checksums of the script; reads the file.
     *
     * @throws ScriptException if the file cannot be read
     */
    public ScriptChecksums checksums() {
        return origin.checksums();
    }

    RevisionOrigin origin() {
        return origin;
    }

    @Override
    public String toString() {
        return header.id() + " (" + name() + ")";
    }
}
