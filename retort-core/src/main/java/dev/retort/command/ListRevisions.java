package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.OverlappingRevisionsException;
import dev.retort.error.UnknownVersionRowException;
import dev.retort.history.JournalEntry;
import dev.retort.history.JournalTable;
import dev.retort.history.Standing;
import dev.retort.migration.RevisionHeader;
import dev.retort.plan.RevisionRange;
import dev.retort.report.Branch;
import dev.retort.report.CurrentReport;
import dev.retort.report.RevisionEntry;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The read-only use cases: heads, history, branches, show, current. */
public final class ListRevisions {

    private final Target target;
    private final Project project;

    public ListRevisions(Target target) {
        this.target = target;
        this.project = target.project();
    }

    /**
     * The heads.
     *
     * @param resolveDependencies whether to omit revisions that another one depends on
     */
    public List<RevisionEntry> heads(boolean resolveDependencies) {
        RevisionGraph graph = project.graph();
        return Entries.withoutDatabase(project).of(resolveDependencies ? graph.realHeads() : graph.heads());
    }

    /**
     * A part of the history, newest first.
     *
     * @param indicateCurrent whether to query the database for its current and missed revisions and for changed files
     */
    public List<RevisionEntry> history(RevisionRange range, boolean indicateCurrent) {
        if (!indicateCurrent) {
            return history(range, range.needsRows() ? rows() : List.of(), Entries.withoutDatabase(project));
        }
        return asked(database -> {
            Standing standing = standing(database);
            List<String> rows = standing.rows();
            Applied applied = Applied.of(project, database, standing);
            applied.sayUnfiled(target.listeners(database));
            Entries entries =
                    Entries.of(project, rows, AppliedFiles.changed(project, database, rows), applied.missed());
            return history(range, rows, entries);
        });
    }

    private List<RevisionEntry> history(RevisionRange range, List<String> rows, Entries entries) {
        return project.planner().history(range, rows).stream()
                .map(RevisionHeader::id)
                .map(entries::of)
                .toList();
    }

    /** The branch points, newest first. */
    public List<Branch> branches() {
        Entries entries = Entries.withoutDatabase(project);
        List<Branch> branches = new ArrayList<>();
        for (RevisionHeader revision : project.planner().history(RevisionRange.EVERYTHING, List.of())) {
            if (project.graph().isBranchPoint(revision.id())) {
                branches.add(new Branch(
                        entries.of(revision.id()), entries.of(project.graph().children(revision.id()))));
            }
        }
        return branches;
    }

    /** The revisions that an identifier names; {@code current} queries the database. */
    public List<RevisionEntry> show(String identifier) {
        RevisionTarget target = RevisionTarget.parse(identifier);
        if (target instanceof RevisionTarget.Current) {
            List<String> rows = rows();
            return Entries.of(project, rows).of(rows);
        }
        return Entries.withoutDatabase(project).of(target.resolve(project.graph()));
    }

    /** The current revisions of the database. */
    public CurrentReport current() {
        return asked(database -> {
            RevisionGraph graph = project.graph();
            Standing standing = standing(database);
            List<String> rows = standing.rows();
            List<JournalEntry> journaled = database.tables().journal().entries(database.connection());
            Set<String> below = graph.closure(rows);
            Optional<OverlappingRevisionsException> overlap = OverlappingRows.of(project, database, standing);
            Applied applied = overlap.isPresent() ? Applied.unknown(below) : Applied.of(project, database, standing);
            List<String> missing = graph.realHeads().stream()
                    .filter(head -> !below.contains(head))
                    .toList();
            return new CurrentReport(
                    database.name(),
                    Entries.of(project, rows).of(graph.tips(rows)),
                    rows,
                    graph.revisions().size() - below.size(),
                    missing,
                    applied.missed(),
                    applied.unfiled(),
                    halfDone(journaled).orElse(null),
                    overlap.orElse(null));
        });
    }

    private static Optional<HalfDoneStepException> halfDone(List<JournalEntry> journaled) {
        return journaled.isEmpty()
                ? Optional.empty()
                : Optional.of(JournalTable.halfDone(
                        journaled, "The database is between two revisions, unless a run is working on it now."));
    }

    /** The version rows, each known to the graph. */
    private List<String> rows() {
        return asked(database -> known(database.tables().version().rows(database.connection())));
    }

    /** Queries the database; the files are read while it is opened. */
    private <T> T asked(Function<Database, T> question) {
        return target.connector()
                .use("The database cannot be asked", project::graph, (database, attempt) -> question.apply(database));
    }

    private Standing standing(Database database) {
        Standing standing = database.tables().standing(database.connection());
        known(standing.rows());
        return standing;
    }

    private List<String> known(List<String> rows) {
        for (String row : rows) {
            if (project.graph().find(row).isEmpty()) {
                throw new UnknownVersionRowException(row, project.settings().required(ConfigKey.VERSION_TABLE));
            }
        }
        return rows;
    }
}
