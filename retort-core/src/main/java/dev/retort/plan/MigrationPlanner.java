package dev.retort.plan;

import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.OverlappingRevisionsException;
import dev.retort.error.RevisionTargetException;
import dev.retort.error.RevisionTargetException.Reason;
import dev.retort.error.UnknownVersionRowException;
import dev.retort.migration.Direction;
import dev.retort.migration.RevisionHeader;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionSet;
import dev.retort.revision.RevisionTarget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Plans the steps that bring a database from the rows of its version table to a target.
 *
 * <p>Where noted, relative targets count through parents and children. Besides the errors of the lookup, all methods throw
 * {@link UnknownVersionRowException} if a row is no revision, and {@link OverlappingRevisionsException} if a row is an ancestor of another
 * one.
 */
public final class MigrationPlanner {

    private final RevisionGraph graph;
    private final String versionTable;

    /**
     * A planner.
     *
     * @param graph the revisions
     * @param versionTable the name of the version table, for messages
     */
    public MigrationPlanner(RevisionGraph graph, String versionTable) {
        this.graph = graph;
        this.versionTable = versionTable;
    }

    /** Plans an upgrade to one target. */
    public MigrationPlan upgrade(Collection<String> rows, RevisionTarget target) {
        return upgrade(rows, List.of(target));
    }

    /**
     * Plans an upgrade to several targets: what they need and is not applied yet. A target that is applied already adds nothing.
     *
     * @param rows the rows of the version table
     * @param targets each may be relative: {@code +N} to the only row, {@code BRANCH@+N} to the only row of a branch, {@code SYMBOL+N} and
     *     {@code SYMBOL-N} to a revision
     * @throws OverlappingRevisionsException if a target is an ancestor of another one
     */
    public MigrationPlan upgrade(Collection<String> rows, List<RevisionTarget> targets) {
        RevisionSet before = checked(rows);
        UpgradeTarget resolver = new UpgradeTarget(graph);
        Set<String> resolved = new LinkedHashSet<>();
        for (RevisionTarget target : targets) {
            resolved.addAll(resolver.resolve(target, before));
        }
        Overlaps.refuseAmongTargets(graph, graph.setOf(resolved));
        RevisionSet pending = graph.closure(resolved).minus(graph.closure(before));
        List<String> order = new ArrayList<>(graph.newestFirst(resolved, pending, pending));
        Collections.reverse(order);
        VersionRows after = new VersionRows(graph, before);
        return plan(before, order, Direction.UP, after, after::apply);
    }

    /**
     * Plans a downgrade: all descendants of the target's children are undone, the target itself stays.
     *
     * @param rows the rows of the version table
     * @param target {@code base} undoes everything; it may be relative: {@code -N} to the only row, {@code BRANCH@-N} to the only row of a
     *     branch, {@code SYMBOL-N} and {@code SYMBOL+N} to a revision. A branch also selects among several lines that lead to the target
     * @throws RevisionTargetException if nothing would be undone, unless the target is a row or the base
     */
    public MigrationPlan downgrade(Collection<String> rows, RevisionTarget target) {
        RevisionSet before = checked(rows);
        DowngradeTarget end = DowngradeTarget.of(target, graph, before);
        RevisionSet removed = graph.descendants(roots(end, target)).and(graph.closure(before));
        if (removed.isEmpty() && end.revision() != null && !before.contains(end.revision())) {
            throw notBelow(target);
        }
        VersionRows after = new VersionRows(graph, before);
        return plan(before, graph.newestFirst(before, removed, removed), Direction.DOWN, after, after::revert);
    }

    /**
     * Plans a single step.
     *
     * @return a plan without steps if it cannot be the next one: an upgrade needs all prerequisites of the revision to be applied and not
     *     the revision itself, a downgrade needs the revision to be a row
     */
    public MigrationPlan step(Collection<String> rows, String id, Direction direction) {
        RevisionSet before = checked(rows);
        RevisionSet applied = graph.closure(before);
        boolean possible = direction == Direction.UP
                ? !applied.contains(id) && applied.containsAll(graph.prerequisites(id))
                : before.contains(id);
        if (!possible) {
            return new MigrationPlan(List.copyOf(before), List.of());
        }
        VersionRows after = new VersionRows(graph, before);
        return plan(before, List.of(id), direction, after, direction == Direction.UP ? after::apply : after::revert);
    }

    /**
     * Plans the upgrade of missed revisions. The rows do not change.
     *
     * @param ids the revisions
     */
    public MigrationPlan missed(Collection<String> rows, Collection<String> ids) {
        RevisionSet before = checked(rows);
        RevisionSet missed = graph.setOf(ids);
        List<String> order = new ArrayList<>(graph.newestFirst(before, graph.closure(before), missed));
        Collections.reverse(order);
        List<String> kept = List.copyOf(before);
        List<PlannedStep> steps = new ArrayList<>(order.size());
        for (String id : order) {
            String above = kept.stream()
                    .filter(row -> graph.closure(List.of(row)).contains(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'" + id + "' lies below none of the rows"));
            steps.add(new PlannedStep(graph.get(id), Direction.UP, RowChange.keeping(above), kept));
        }
        return new MigrationPlan(kept, steps);
    }

    /** Plans a stamp with one target. */
    public StampPlan stamp(Collection<String> rows, RevisionTarget target) {
        return stamp(rows, List.of(target));
    }

    /**
     * Plans a stamp: the targets become rows; rows that are neither ancestors nor descendants of any of them stay.
     *
     * <p>The first target that is not a row yet, and is an ancestor or descendant of one, replaces all rows that are related to any of the
     * targets, even a row that is a target itself.
     *
     * @param rows the rows of the version table
     * @param targets none may be relative. {@code base} deletes all rows, {@code BRANCH@base} those of a branch; together with other
     *     targets, {@code base} without a branch has no effect
     * @throws OverlappingRevisionsException if a target is an ancestor of another one
     */
    public StampPlan stamp(Collection<String> rows, List<RevisionTarget> targets) {
        return new StampPlanner(graph, checked(rows)).plan(targets);
    }

    /**
     * The revisions of a range, newest first, both ends included.
     *
     * <p>They are the end and what it needs, down to the start and as far as they descend from it through parents. An end may be any
     * target of an upgrade, with {@code +N} counted from the start and stopping at the last revision; a start {@code -N} is counted from
     * the end, and stops at the base. {@code current} stands for the rows: as a start, for all that is not applied, and the rows themselves.
     *
     * @param rows the rows of the version table; used only if the range needs them
     * @throws RevisionTargetException if the start is not an ancestor of the end
     */
    public List<RevisionHeader> history(RevisionRange range, Collection<String> rows) {
        RevisionSet current = range.needsRows() ? checked(rows) : graph.setOf(List.of());
        return new HistoryPlanner(graph, current).list(range);
    }

    /** The rows of a database that is assumed to be at a revision, for plans without a database. */
    public List<String> rowsAt(RevisionTarget start) {
        RevisionSet rows = graph.setOf(start.resolve(graph));
        Overlaps.refuseAmongTargets(graph, rows);
        return List.copyOf(rows);
    }

    /**
     * Requires that each row is a revision.
     *
     * @throws UnknownVersionRowException naming one that is not
     */
    public void requireKnown(Collection<String> rows) {
        checked(rows);
    }

    /** The error of every plan if a row is an ancestor of another one; empty if none is. */
    public Optional<OverlappingRevisionsException> overlap(Collection<String> rows) {
        return Overlaps.amongRows(graph, graph.setOf(rows));
    }

    private RevisionSet checked(Collection<String> rows) {
        for (String row : rows) {
            if (graph.find(row).isEmpty()) {
                throw new UnknownVersionRowException(row, versionTable);
            }
        }
        RevisionSet known = graph.setOf(rows);
        Overlaps.refuseAmongRows(graph, known);
        return known;
    }

    private Collection<String> roots(DowngradeTarget end, RevisionTarget target) {
        Collection<String> roots = end.revision() != null ? graph.children(end.revision()) : graph.bases();
        if (end.line() == null || roots.size() < 2) {
            return roots;
        }
        RevisionSet inLine = graph.setOf(roots).and(graph.versionedAncestors(List.of(end.line())));
        if (inLine.isEmpty()) {
            throw notBelow(target);
        }
        return inLine;
    }

    private MigrationPlan plan(
            RevisionSet before,
            List<String> order,
            Direction direction,
            VersionRows rows,
            Function<String, RowChange> run) {
        List<PlannedStep> steps = new ArrayList<>(order.size());
        for (String id : order) {
            RowChange change = run.apply(id);
            steps.add(new PlannedStep(graph.get(id), direction, change, rows.list()));
        }
        return new MigrationPlan(List.copyOf(before), steps);
    }

    private static RevisionTargetException notBelow(RevisionTarget target) {
        return new RevisionTargetException(
                Reason.NOT_AN_ANCESTOR,
                target.text(),
                "The database cannot be downgraded to '" + target.text() + "': no applied revision is above it.",
                Advice.of("{} shows what is applied.", Action.CURRENT));
    }
}
