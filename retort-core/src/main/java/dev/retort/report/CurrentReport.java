package dev.retort.report;

import dev.retort.error.HalfDoneStepException;
import dev.retort.error.OverlappingRevisionsException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is.
 *
 * @param database the address, without password
 * @param revisions the current revisions: the heads of what is applied
 * @param rows the rows of the version table
 * @param behind the number of revisions that are not applied
 * @param missingHeads the heads that are not applied
 * @param missed the revisions below the rows that were never run on this database
 * @param unfiled the revisions that are applied, as the history says, and that no file has
 * @param halfDone the half-done step, as a run would refuse to go past it; null if there is none
 * @param overlap the two overlapping rows, as a run would refuse them; null if there are none
 */
public record CurrentReport(
        String database,
        List<RevisionEntry> revisions,
        List<String> rows,
        int behind,
        List<String> missingHeads,
        List<String> missed,
        List<UnfiledRevision> unfiled,
        @Nullable HalfDoneStepException halfDone,
        @Nullable OverlappingRevisionsException overlap) {

    public CurrentReport {
        revisions = List.copyOf(revisions);
        rows = List.copyOf(rows);
        missingHeads = List.copyOf(missingHeads);
        missed = List.copyOf(missed);
        unfiled = List.copyOf(unfiled);
    }

    /** Whether the rows are the heads, everything below them has run, and no step is half-done. */
    public boolean atHeads() {
        return missingHeads.isEmpty() && missed.isEmpty() && halfDone == null && overlap == null;
    }
}
