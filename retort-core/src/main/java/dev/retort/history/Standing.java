package dev.retort.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a database stands, as its version table and the last entry of its history say.
 *
 * @param rows the version rows, sorted
 * @param lastEntry the last entry of the history; null when there is none, or none that tells, or it was not asked for
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
     * @param digest the digest of the revisions that were applied after it; empty when it was written without one
     */
    public record LastEntry(long id, String runId, String digest) {}

    /** Whether the last entry says that exactly these revisions are applied. */
    public boolean says(AppliedRevisions applied) {
        return lastEntry != null && lastEntry.digest().equals(applied.digest());
    }
}
