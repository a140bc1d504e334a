package dev.retort.script;

import dev.retort.error.IrreversibleOperationException;
import dev.retort.error.ScriptException;
import dev.retort.migration.RecordingContext;

/** The script of one revision. It records what it would do; nothing has run when its methods return. */
public interface RevisionScript extends AutoCloseable {

    /** The revision. */
    RevisionFile file();

    /** The checksums of this script as it was loaded, even if its file has changed since. */
    ScriptChecksums checksums();

    /**
     * Records the upgrade.
     *
     * @throws ScriptException if the script has nothing for the database, is malformed, or fails
     */
    Recording upgrade(RecordingContext context);

    /**
     * Records the downgrade.
     *
     * @throws IrreversibleOperationException if there is none
     * @throws ScriptException if the script is malformed or fails
     */
    Recording downgrade(RecordingContext context);

    /** Closes what is open to read statements from; what it recorded cannot run any more. */
    @Override
    default void close() {}
}
