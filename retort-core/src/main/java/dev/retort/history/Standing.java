package dev.retort.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a database stands, according to its version table and the last entry of its history.
 *
 * @param rows the version rows, sorted
 * @param lastEntry the last entry of the history; null if there is none, it has no digest, or it was not queried
 */
public record Standing(List<String> rows, @Nullable LastEntry lastEntry) {

    public Standing {
        rows = List.copyOf(rows);
    }

    /**
     * The last entry of the history.
     *
     * @param id its number
     * @param runId the run that wrote it
     * @param digest the digest of the revisions that were applied after it; empty if it was written without one
     */
    public record LastEntry(long id, String runId, String digest) {}

    /** Whether the last entry says that exactly these revisions are applied. */
    public boolean says(AppliedRevisions applied) {
        return lastEntry != null && lastEntry.digest().equals(applied.digest());
    }
}
