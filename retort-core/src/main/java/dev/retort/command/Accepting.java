package dev.retort.command;

import dev.retort.error.DatabaseAccessException;
import dev.retort.error.UsageException;
import dev.retort.history.Author;
import dev.retort.history.HistoryEntry;
import dev.retort.history.OwnTables;
import dev.retort.script.RevisionFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The use case that accepts a change to a file that is applied already. */
public final class Accepting {

    private final Project project;

    public Accepting(Project project) {
        this.project = project;
    }

    /**
     * Records the present checksums of applied revisions, with the reason.
     *
     * @return the ids of the revisions
     * @throws UsageException when a revision is not applied, an identifier names none, or there is no reason
     */
    public List<String> accept(List<String> identifiers, String reason) {
        if (reason.isBlank()) {
            throw new UsageException("A changed file is accepted for a reason.", "Say it: --reason TEXT.");
        }
        if (identifiers.isEmpty()) {
            throw new UsageException(
                    "No revision is named whose change is accepted.", "Name the revisions whose files were changed.");
        }
        List<String> ids = new ArrayList<>();
        for (String identifier : identifiers) {
            List<String> meant = project.graph().resolve(identifier);
            if (meant.isEmpty()) {
                throw new UsageException(
                        "'" + identifier + "' names no revision.", "Name the revisions whose files were changed.");
            }
            ids.addAll(meant);
        }
        try (Database database = project.gate().open()) {
            Connection connection = database.connection();
            OwnTables tables = database.tables().located(connection);
            List<String> rows = tables.version().rows(connection);
            for (String id : ids) {
                if (!project.graph().closure(rows).contains(id)) {
                    throw new UsageException(
                            "Revision '" + id + "' is not applied, so its file may change freely.",
                            "Nothing was recorded.");
                }
            }
            tables.create(connection);
            record(database, tables, ids, rows, reason);
        } catch (SQLException e) {
            throw new DatabaseAccessException("The history cannot be written: " + e.getMessage(), null, e);
        }
        return ids;
    }

    private void record(Database database, OwnTables tables, List<String> ids, List<String> rows, String reason)
            throws SQLException {
        Connection connection = database.connection();
        String runId = UUID.randomUUID().toString();
        connection.setAutoCommit(false);
        try {
            for (String id : ids) {
                tables.history().add(connection, entry(database, id, runId, rows, reason));
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private HistoryEntry entry(Database database, String id, String runId, List<String> rows, String reason)
            throws SQLException {
        RevisionFile file = project.scripts().find(id).orElseThrow();
        return new HistoryEntry(
                runId,
                id,
                HistoryEntry.Kind.ACCEPT,
                reason,
                file.checksums().upgrade(database.dialect().name().value()).orElse(null),
                Author.of(database.connection(), Version.current()),
                Instant.now(),
                0,
                rows);
    }
}
