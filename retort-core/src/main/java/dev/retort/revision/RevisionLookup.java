package dev.retort.revision;

import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.AmbiguousRevisionException;
import dev.retort.error.MultipleHeadsException;
import dev.retort.error.NearMatches;
import dev.retort.error.RetortException;
import dev.retort.error.RevisionTargetException;
import dev.retort.error.RevisionTargetException.Reason;
import dev.retort.error.UnknownRevisionException;
import dev.retort.revision.RevisionTarget.Base;
import dev.retort.revision.RevisionTarget.Current;
import dev.retort.revision.RevisionTarget.Head;
import dev.retort.revision.RevisionTarget.Heads;
import dev.retort.revision.RevisionTarget.Named;
import dev.retort.revision.RevisionTarget.Relative;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the revisions that a target means. */
final class RevisionLookup {

    /** Names shorter than this are found only when they are typed in full. */
    private static final int SHORTEST_ABBREVIATED_NAME = 4;

    /** The words that mean revisions. */
    private static final List<String> WORDS = List.of(Head.WORD, Heads.WORD, Base.WORD);

    private final RevisionGraph graph;
    private final RevisionNames names;

    RevisionLookup(RevisionGraph graph, RevisionNames names) {
        this.graph = graph;
        this.names = names;
    }

    List<String> heads(RevisionTarget target) {
        return target.resolveBranch(graph).map(this::versionedHeads).orElseGet(() -> List.copyOf(graph.realHeads()));
    }

    Optional<String> onlyOfHeads(Heads target) {
        return only(target, heads(target));
    }

    Optional<String> head(Head target) {
        return only(
                target,
                target.resolveBranch(graph).map(this::versionedHeads).orElseGet(() -> List.copyOf(graph.heads())));
    }

    /** The revision that a branch qualifier stands for. */
    String branch(String name) {
        return byName(new Named(null, name));
    }

    List<String> belowHeads(Relative target) {
        int steps = target.count();
        List<RelativeWalk> walks = heads(target).stream()
                .map(head -> graph.walkDown(head, steps, target.text()))
                .filter(walk -> walk.steps() == steps)
                .toList();
        if (walks.isEmpty()) {
            throw new RevisionTargetException(
                    Reason.RELATIVE_COUNT,
                    target.text(),
                    "'" + target.text() + "' goes below the first revision of every head.",
                    Advice.NONE);
        }
        return walks.stream().flatMap(walk -> walk.end().stream()).distinct().toList();
    }

    /** The revision that has the target's symbol as its id or label, or is the only one of which it is the beginning. */
    String byName(RevisionTarget target) {
        RevisionSet lineage =
                target.resolveBranch(graph).map(graph::versionedLineage).orElse(null);
        Predicate<String> inLineage = id -> lineage == null || lineage.contains(id);
        String found = graph.named(target.symbol()).orElseGet(() -> abbreviated(target, inLineage));
        if (!inLineage.test(found)) {
            throw new RevisionTargetException(
                    Reason.NOT_IN_BRANCH,
                    target.text(),
                    "Revision '" + found + "' is not part of the branch '" + target.branch() + "'.",
                    "Name the revision without a branch, or another branch.");
        }
        return found;
    }

    private List<String> versionedHeads(String branch) {
        return List.copyOf(graph.versionedDescendants(List.of(branch)).and(graph.heads()));
    }

    static Optional<String> only(RevisionTarget target, List<String> heads) {
        if (heads.size() > 1) {
            throw new MultipleHeadsException(target.text(), heads);
        }
        return heads.stream().findFirst();
    }

    private String abbreviated(RevisionTarget target, Predicate<String> inLineage) {
        List<String> candidates = names.keys().stream()
                .filter(key -> key.length() >= SHORTEST_ABBREVIATED_NAME && key.startsWith(target.symbol()))
                .filter(key -> graph.named(key).filter(inLineage).isPresent())
                .toList();
        if (candidates.size() > 1) {
            throw new AmbiguousRevisionException(target.text(), candidates);
        }
        if (candidates.isEmpty()) {
            throw unknown(target);
        }
        return graph.named(candidates.get(0)).orElseThrow();
    }

    private RetortException unknown(RevisionTarget target) {
        if (target.symbol().equals(Current.WORD)) {
            return new RevisionTargetException(
                    Reason.MALFORMED,
                    target.text(),
                    "'" + target.text() + "' names no revision here.",
                    Advice.of(
                            "'current' is where the database is, for {}. To count from there, write only '+1' or '-1'.",
                            Action.HISTORY));
        }
        List<String> near = nearMatches(target.symbol());
        if (target instanceof Relative && near.stream().noneMatch(Relative::isForm)) {
            return new RevisionTargetException(
                    Reason.MALFORMED,
                    target.text(),
                    "'" + target.text() + "' counts steps, which is not possible here.",
                    Advice.of("Name the revision; {} lists them.", Action.HISTORY));
        }
        return new UnknownRevisionException(target.text(), near);
    }

    private List<String> nearMatches(String symbol) {
        return NearMatches.of(
                symbol, Stream.concat(names.keys().stream(), WORDS.stream()).toList());
    }
}
