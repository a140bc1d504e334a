package dev.retort.report;

import java.util.List;

/**
 * Where a database is.
 *
 * @param database the address, without password
 * @param revisions the tips of what is applied
 * @param rows the rows of the version table
 * @param behind how many revisions are not applied
 * @param missingHeads the heads that are not applied
 */
public record CurrentReport(
        String database, List<RevisionEntry> revisions, List<String> rows, int behind, List<String> missingHeads) {

    public CurrentReport {
        revisions = List.copyOf(revisions);
        rows = List.copyOf(rows);
        missingHeads = List.copyOf(missingHeads);
    }
}
