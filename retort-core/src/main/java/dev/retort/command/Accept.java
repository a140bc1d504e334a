package dev.retort.command;

import dev.retort.dialect.MigrationLock;
import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.ControlCharacters;
import dev.retort.error.UsageException;
import dev.retort.history.AppliedRevisions;
import dev.retort.history.Author;
import dev.retort.history.HistoryEntry;
import dev.retort.history.MetadataTables;
import dev.retort.history.Standing;
import dev.retort.revision.RevisionTarget;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The use cases in which a person vouches for revisions: a changed file is intended, or a missed revision is done already. */
public final class Accept {

    private final Target target;
    private final Project project;

    public Accept(Target target) {
        this.target = target;
        this.project = target.project();
    }

    /**
     * Records the present checksums of applied revisions, with the reason.
     *
     * @return the ids of those revisions whose files have changed, or of whose files the history has no checksum
     * @throws UsageException when a revision is not applied, an identifier names none, or there is no reason
     */
    public List<String> accept(List<String> identifiers, String reason) {
        if (identifiers.isEmpty()) {
            throw new UsageException("No revision is named to accept.", "Name the revisions whose files were changed.");
        }
        List<String> ids = named(identifiers, reason);
        return record(reason, (applied, database) -> {
            for (String id : ids) {
                if (applied.missed().contains(id)) {
                    throw new UsageException(
                            "Revision '" + id + "' is below applied revisions, and was never run on this database.",
                            Advice.of("Nothing was recorded. {} records it as applied.", Action.ACCEPT_MISSED));
                }
                if (!applied.revisions().contains(id)) {
                    throw new UsageException(
                            "Revision '" + id + "' is not applied, so its file may change freely.",
                            "Nothing was recorded.");
                }
            }
            return AppliedFiles.unrecorded(project, database, ids);
        });
    }

    /**
     * Records missed revisions as applied.
     *
     * @param identifiers the revisions; none for all of them
     * @return the ids of the revisions
     * @throws UsageException when a revision is not a missed one, an identifier names none, or there is no reason
     */
    public List<String> acceptMissed(List<String> identifiers, String reason) {
        List<String> ids = named(identifiers, reason);
        return record(reason, (applied, database) -> {
            for (String id : ids) {
                if (!applied.missed().contains(id)) {
                    throw new UsageException(
                            "Revision '" + id + "' is not a missed one.",
                            Advice.of("Nothing was recorded. {} lists those that were missed.", Action.CURRENT));
                }
            }
            return ids.isEmpty() ? applied.missed() : ids;
        });
    }

    private List<String> named(List<String> identifiers, String reason) {
        if (reason.isBlank()) {
            throw new UsageException("A reason is needed.", Advice.of("Give one: {}.", Advice.option("reason")));
        }
        if (!ControlCharacters.isWithoutBetweenLines(reason)) {
            throw new UsageException(
                    "The reason '" + ControlCharacters.shownOnALine(reason) + "' contains a control character.",
                    "Remove what is shown as \\u and four digits.");
        }
        Set<String> ids = new LinkedHashSet<>();
        for (String identifier : identifiers) {
            List<String> meant = RevisionTarget.parse(identifier).resolve(project.graph());
            if (meant.isEmpty()) {
                throw new UsageException(
                        "'" + identifier + "' names no revision.", "Name the revisions that you accept.");
            }
            ids.addAll(meant);
        }
        return List.copyOf(ids);
    }

    /** Returns the revisions to record, or refuses. */
    private interface Choice {
        List<String> from(Applied applied, Database database);
    }

    private List<String> record(String reason, Choice choice) {
        return target.connector()
                .use("The history cannot be written", (database, attempt) -> record(reason, choice, database, attempt));
    }

    private List<String> record(String reason, Choice choice, Database database, Attempt attempt) throws SQLException {
        Connection connection = database.connection();
        MetadataTables tables = database.tables().located(connection);
        choice.from(applied(database, tables.standing(connection)), database);
        try (MigrationLock lock = database.dialect()
                .locks()
                .of(connection, database.connections(), tables.version().lockKey())) {
            target.lockKeeper(database.name()).acquire(lock);
            tables.journal().requireNothingHalfDone(connection);
            Standing standing = tables.standing(connection);
            Applied applied = applied(database, standing);
            List<String> ids = choice.from(applied, database);
            if (!ids.isEmpty()) {
                List<HistoryEntry> entries = entries(database, standing, applied, ids, reason);
                tables.create(connection);
                attempt.beginsToWrite();
                record(connection, tables, standing, entries);
            }
            return ids;
        }
    }

    private Applied applied(Database database, Standing standing) {
        OverlappingRows.refuse(project, database, standing);
        project.planner().requireKnown(standing.rows());
        return Applied.of(project, database, standing);
    }

    private List<HistoryEntry> entries(
            Database database, Standing standing, Applied applied, List<String> ids, String reason)
            throws SQLException {
        String runId = UUID.randomUUID().toString();
        AppliedRevisions revisions = AppliedRevisions.of(applied.revisions());
        ids.forEach(revisions::add);
        Author author = Author.of(database.connection(), Version.current());
        List<HistoryEntry> entries = new ArrayList<>();
        for (String id : ids) {
            entries.add(new HistoryEntry(
                    runId,
                    id,
                    HistoryEntry.Kind.ACCEPT,
                    reason,
                    AppliedFiles.checksum(project, database, id).orElse(null),
                    author,
                    Instant.now(),
                    0,
                    standing.rows(),
                    revisions.digest(),
                    applied.recorded() ? null : revisions.list()));
        }
        return entries;
    }

    private static void record(
            Connection connection, MetadataTables tables, Standing standing, List<HistoryEntry> entries)
            throws SQLException {
        tables.inTransaction(connection, () -> {
            tables.takeLastEntry(connection, standing, entries.get(0).runId());
            for (HistoryEntry entry : entries) {
                tables.history().add(connection, entry);
            }
        });
    }
}
