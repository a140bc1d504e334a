package dev.retort.command;

import dev.retort.dialect.MigrationLock;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.UsageException;
import dev.retort.history.Author;
import dev.retort.history.HistoryEntry;
import dev.retort.history.JournalEntry;
import dev.retort.history.JournalTable;
import dev.retort.history.OwnTables;
import dev.retort.plan.MigrationPlanner;
import dev.retort.plan.RevisionRange;
import dev.retort.plan.StampPlan;
import dev.retort.plan.StampStep;
import dev.retort.report.StampReport;
import dev.retort.runtime.OfflineScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The use cases that change the version table without running a revision: stamp and ensure-version. */
public final class Stamping {

    private final Project project;

    public Stamping(Project project) {
        this.project = project;
    }

    /**
     * Says what the database is.
     *
     * @param targets the revisions
     * @param purge whether to forget first what the table says
     * @throws UsageException without a target
     */
    public StampReport stamp(List<String> targets, boolean purge) {
        requireTarget(targets);
        MigrationPlanner planner = project.planner();
        planner.stamp(List.of(), targets);
        try (Database database = project.gate().open()) {
            Connection connection = database.connection();
            OwnTables tables = database.tables().located(connection);
            if (!purge) {
                planner.stamp(tables.version().rows(connection), targets);
            }
            try (MigrationLock lock = database.dialect()
                    .lock(connection, database.connections(), tables.version().lockKey())) {
                project.lockKeeper().acquire(lock);
                tables.create(connection);
                List<JournalEntry> halfDone = tables.journal().entries(connection);
                if (!purge) {
                    requireNothingHalfDone(halfDone);
                }
                List<String> rows = tables.version().rows(connection);
                StampPlan plan = planner.stamp(purge ? List.of() : rows, targets);
                tables.version().requireRoomFor(connection, plan.rowsAfter());
                apply(database, tables, plan, purge ? rows : List.of(), halfDone);
                return new StampReport(
                        rows,
                        plan.rowsAfter(),
                        halfDone.stream().map(JournalEntry::revision).findFirst());
            }
        } catch (SQLException e) {
            throw new DatabaseAccessException("The version table cannot be changed: " + e.getMessage(), null, e);
        }
    }

    private static void requireTarget(List<String> targets) {
        if (targets.isEmpty()) {
            throw new UsageException("A stamp needs a target.", "Name a revision, 'heads' or 'base'.");
        }
    }

    private static void requireNothingHalfDone(List<JournalEntry> entries) {
        if (!entries.isEmpty()) {
            throw JournalTable.halfDone(
                    entries,
                    "What the database is cannot be said before it is whole or taken back. When it was brought in order by hand,"
                            + " 'retort stamp --purge' forgets the step.");
        }
    }

    /** Forgets rows and what is half-way, and writes the rows of a plan. */
    private static void apply(
            Database database, OwnTables tables, StampPlan plan, List<String> forgotten, List<JournalEntry> halfDone)
            throws SQLException {
        Connection connection = database.connection();
        String runId = UUID.randomUUID().toString();
        connection.setAutoCommit(false);
        try {
            if (!forgotten.isEmpty()) {
                tables.version().purge(connection);
            }
            for (JournalEntry entry : halfDone) {
                tables.journal().remove(connection, entry);
            }
            for (StampStep step : plan.steps()) {
                tables.record(connection, step.rowChange(), entry(database, runId, step, forgotten));
            }
            if (plan.steps().isEmpty()) {
                recordForgetting(database, tables, runId, forgotten, halfDone);
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Without a step, what was there before is forgotten all the same. */
    private static void recordForgetting(
            Database database, OwnTables tables, String runId, List<String> forgotten, List<JournalEntry> halfDone)
            throws SQLException {
        Set<String> subjects = new LinkedHashSet<>(forgotten);
        halfDone.forEach(entry -> subjects.add(entry.revision()));
        if (!subjects.isEmpty()) {
            String message = "stamp base, forgetting " + String.join(", ", subjects);
            HistoryEntry entry = entry(database, runId, subjects.iterator().next(), message, List.of());
            tables.history().add(database.connection(), entry);
        }
    }

    private static HistoryEntry entry(Database database, String runId, StampStep step, List<String> forgotten)
            throws SQLException {
        List<String> subject = step.to().isEmpty() ? step.from() : step.to();
        String message = "stamp " + rows(step.from()) + " -> " + rows(step.to())
                + (forgotten.isEmpty() ? "" : ", forgetting " + rows(forgotten));
        return entry(database, runId, subject.get(0), message, step.rowsAfter());
    }

    private static HistoryEntry entry(
            Database database, String runId, String subject, String message, List<String> rowsAfter)
            throws SQLException {
        return new HistoryEntry(
                runId,
                subject,
                HistoryEntry.Kind.STAMP,
                message,
                null,
                Author.of(database.connection(), Version.current()),
                Instant.now(),
                0,
                rowsAfter);
    }

    private static String rows(List<String> rows) {
        return rows.isEmpty() ? "base" : String.join(", ", rows);
    }

    /** The SQL of a stamp. */
    public String stampSql(List<String> targets) {
        requireTarget(targets);
        List<RevisionRange> ranges = RevisionRange.ofOfflineStamp(targets);
        MigrationPlanner planner = project.planner();
        List<String> rows = planner.rowsAt(ranges.get(0).start());
        List<String> ends = new ArrayList<>();
        ranges.forEach(range -> ends.add(range.end()));
        StampPlan plan = planner.stamp(rows, ends);
        return offline()
                .ofRowChanges(plan.steps().stream().map(StampStep::rowChange).toList(), rows.isEmpty());
    }

    /** Makes Retort's own tables where they are missing. */
    public void ensureVersion() {
        try (Database database = project.gate().open()) {
            database.tables().located(database.connection()).create(database.connection());
        } catch (SQLException e) {
            throw new DatabaseAccessException("The version table cannot be created: " + e.getMessage(), null, e);
        }
    }

    /** The SQL that makes the version table. */
    public String ensureVersionSql() {
        return offline().ofVersionTable();
    }

    private OfflineScript offline() {
        return project.offlineScript(project.offlineDialect());
    }
}
