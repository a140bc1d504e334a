package dev.retort.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the history.
 *
 * @param runId the run it belongs to
 * @param revision the revision
 * @param kind what was done
 * @param message the revision's message, or the reason that a person gave
 * @param checksum the checksum of what was run, with its algorithm; null for a stamp
 * @param author who ran it
 * @param startedAt when the step began
 * @param durationMillis how long it took, in milliseconds
 * @param headsAfter the version rows after it
 * @param digestAfter the digest of the revisions that are applied after it
 * @param appliedAfter those revisions, if they cannot be derived from earlier entries; else null
 */
public record HistoryEntry(
        String runId,
        String revision,
        Kind kind,
        String message,
        @Nullable String checksum,
        Author author,
        Instant startedAt,
        long durationMillis,
        List<String> headsAfter,
        String digestAfter,
        @Nullable List<String> appliedAfter) {

    public HistoryEntry {
        headsAfter = List.copyOf(headsAfter);
    }

    /** What was done with a revision. */
    public enum Kind {
        UP,
        DOWN,
        STAMP,
        /** A person has accepted a changed file, or a revision as done without having run. */
        ACCEPT
    }
}
