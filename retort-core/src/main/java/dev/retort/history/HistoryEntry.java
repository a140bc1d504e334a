package dev.retort.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step that was run.
 *
 * @param runId the run it belonged to
 * @param revision the revision
 * @param kind what was done
 * @param message the revision's message, or the reason given by a person
 * @param checksum the checksum of what was run, with its algorithm; null for a stamp
 * @param author who ran it
 * @param startedAt when the step began
 * @param durationMillis how long it took, in milliseconds
 * @param headsAfter the version rows after it
 * @param digestAfter the digest of the revisions that are applied after it
 * @param appliedAfter those revisions, where the entries before it do not tell them; else null
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
        /** A changed file, or that a revision is done without having run, was accepted by a person. */
        ACCEPT
    }
}
