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
import dev.retort.plan.MigrationPlanner;
import dev.retort.plan.RevisionRange;
import dev.retort.plan.StampPlan;
import dev.retort.plan.StampStep;
import dev.retort.report.StampReport;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionTarget;
import dev.retort.runtime.OfflineScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The use cases that change the version table without running a revision: stamp and ensure-version. */
public final class Stamp {

    private final Target target;
    private final Project project;

    public Stamp(Target target) {
        this.target = target;
        this.project = target.project();
    }

    /**
     * Records which revisions the database is at.
     *
     * @param revisions the targets
     * @param purge whether to empty the table first
     * @throws UsageException without a target
     */
    public StampReport stamp(List<String> revisions, boolean purge) {
        requireTarget(revisions);
        List<RevisionTarget> targets =
                revisions.stream().map(RevisionRange::onlyTarget).toList();
        MigrationPlanner planner = project.planner();
        planner.stamp(List.of(), targets);
        return target.connector()
                .use(
                        "The version table cannot be changed",
                        (database, attempt) -> stamp(planner, targets, purge, database, attempt));
    }

    private StampReport stamp(
            MigrationPlanner planner, List<RevisionTarget> targets, boolean purge, Database database, Attempt attempt)
            throws SQLException {
        Connection connection = database.connection();
        MetadataTables tables = database.tables().located(connection);
        List<String> rows = List.of();
        if (purge) {
            tables.requireNoHiddenRows(connection);
        } else {
            Standing standing = tables.standing(connection);
            OverlappingRows.refuse(project, database, standing);
            rows = standing.rows();
        }
        require(connection, tables, plan(planner, rows, targets));
        try (MigrationLock lock = database.dialect()
                .locks()
                .of(connection, database.connections(), tables.version().lockKey())) {
            target.lockKeeper(database.name()).acquire(lock);
            Found found = purge ? Found.toForget(connection, tables) : Found.toChange(connection, tables);
            StampPlan plan = plan(planner, found.kept(), targets);
            require(connection, tables, plan);
            StampEntries entries = new StampEntries(Author.of(connection, Version.current()), project.graph());
            tables.create(connection);
            attempt.beginsToWrite();
            apply(connection, tables, plan, found, entries);
            return new StampReport(
                    database.name(),
                    found.rows(),
                    plan.rowsAfter(),
                    found.halfDone().stream().findFirst().orElse(null));
        }
    }

    /**
     * Plans a stamp. The first target that is related to any target's rows replaces all of them, even rows that are targets themselves; a
     * revision that is lost in this way would run a second time.
     */
    private StampPlan plan(MigrationPlanner planner, List<String> rows, List<RevisionTarget> targets) {
        StampPlan plan = planner.stamp(rows, targets);
        Set<String> desired =
                new LinkedHashSet<>(planner.stamp(List.of(), targets).rowsAfter());
        Set<String> kept = project.graph().closure(plan.rowsAfter());
        List<String> lost =
                desired.stream().filter(target -> !kept.contains(target)).toList();
        if (!lost.isEmpty()) {
            desired.addAll(plan.rowsAfter());
            throw new UsageException(
                    "This stamp would remove '" + String.join("', '", lost)
                            + "' from the version table, although it is a target: another target replaces all rows that are"
                            + " related to it.",
                    Advice.of(
                            "Name everything that the table should contain: {}.",
                            Action.PURGE_AND_STAMP.of(
                                    List.copyOf(project.graph().tips(desired)))));
        }
        return plan;
    }

    /**
     * What a stamp finds.
     *
     * @param rows the version rows
     * @param halfDone the revisions in the journal
     * @param purge whether to delete all of it
     */
    private record Found(List<String> rows, List<String> halfDone, boolean purge) {

        /** Accepts any content of the tables, so that a purge always works. */
        static Found toForget(Connection connection, MetadataTables tables) {
            return new Found(
                    tables.version().knownRows(connection), tables.journal().revisions(connection), true);
        }

        static Found toChange(Connection connection, MetadataTables tables) {
            tables.journal().requireNothingHalfDone(connection);
            List<String> rows = tables.version().rows(connection);
            return new Found(rows, List.of(), false);
        }

        List<String> kept() {
            return purge ? List.of() : rows;
        }

        List<String> forgotten() {
            return purge ? rows : List.of();
        }
    }

    private static void require(Connection connection, MetadataTables tables, StampPlan plan) throws SQLException {
        tables.version().requireRoomFor(connection, plan.rowsAfter());
    }

    private static void requireTarget(List<String> targets) {
        if (targets.isEmpty()) {
            throw new UsageException("A stamp needs a target.", "Name a revision, 'heads' or 'base'.");
        }
    }

    /** Deletes rows and journal, if asked to, and writes the rows of a plan. */
    private static void apply(
            Connection connection, MetadataTables tables, StampPlan plan, Found found, StampEntries entries)
            throws SQLException {
        tables.inTransaction(connection, () -> {
            if (found.purge()) {
                tables.version().purge(connection);
                tables.journal().purge(connection);
            }
            for (StampStep step : plan.steps()) {
                tables.record(connection, step.rowChange(), entries.of(step, found.forgotten()));
            }
            if (plan.steps().isEmpty()) {
                recordForgetting(connection, tables, entries, found);
            }
        });
    }

    /** What was there before is deleted even if there is no step. */
    private static void recordForgetting(
            Connection connection, MetadataTables tables, StampEntries entries, Found found) throws SQLException {
        Set<String> subjects = new LinkedHashSet<>(found.forgotten());
        subjects.addAll(found.halfDone());
        if (!subjects.isEmpty()) {
            String message = "stamp base, forgetting " + String.join(", ", subjects);
            tables.history().add(connection, entries.of(subjects.iterator().next(), message, List.of()));
        }
    }

    /**
     * Creates the history entries of one stamp. Each lists what counts as applied: everything that its rows contain.
     *
     * @param author who stamps
     * @param graph the revisions
     * @param runId the id of the stamp
     */
    private record StampEntries(Author author, RevisionGraph graph, String runId) {

        StampEntries(Author author, RevisionGraph graph) {
            this(author, graph, UUID.randomUUID().toString());
        }

        HistoryEntry of(StampStep step, List<String> forgotten) {
            List<String> subject = step.to().isEmpty() ? step.from() : step.to();
            String message = "stamp " + rows(step.from()) + " -> " + rows(step.to())
                    + (forgotten.isEmpty() ? "" : ", forgetting " + rows(forgotten));
            return of(subject.get(0), message, step.rowsAfter());
        }

        HistoryEntry of(String subject, String message, List<String> rowsAfter) {
            AppliedRevisions applied = AppliedRevisions.of(graph.closure(rowsAfter));
            return new HistoryEntry(
                    runId,
                    ControlCharacters.shown(subject),
                    HistoryEntry.Kind.STAMP,
                    ControlCharacters.shown(message),
                    null,
                    author,
                    Instant.now(),
                    0,
                    rowsAfter,
                    applied.digest(),
                    applied.list());
        }
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
        StampPlan plan =
                plan(planner, rows, ranges.stream().map(RevisionRange::end).toList());
        return offline()
                .ofRowChanges(plan.steps().stream().map(StampStep::rowChange).toList(), rows.isEmpty());
    }

    /** Creates the metadata tables that do not exist. */
    public void ensureVersion() {
        MetadataTables unused = target.connector().use("The version table cannot be created", (database, attempt) -> {
            MetadataTables tables = database.tables().located(database.connection());
            tables.create(database.connection());
            return tables;
        });
    }

    /** The SQL that creates the version table. */
    public String ensureVersionSql() {
        return offline().ofVersionTable();
    }

    private OfflineScript offline() {
        return target.offlineScript(target.offlineDialect());
    }
}
