package dev.retort.revision;

import dev.retort.error.AmbiguousRevisionException;
import dev.retort.error.MultipleHeadsException;
import dev.retort.error.NearMatches;
import dev.retort.error.RevisionTargetException;
import dev.retort.error.RevisionTargetException.Reason;
import dev.retort.error.UnknownRevisionException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the revisions that a text means. */
final class RevisionLookup {

    /** Names shorter than this are found only when they are typed in full. */
    private static final int SHORTEST_ABBREVIATED_NAME = 4;

    /** The words that mean revisions. */
    private static final List<String> WORDS = List.of("head", "heads", "base");

    private final RevisionGraph graph;
    private final List<String> keys;

    RevisionLookup(RevisionGraph graph, List<String> keys) {
        this.graph = graph;
        this.keys = keys;
    }

    /** The revisions that are meant; none for the base. */
    List<String> several(RevisionIdentifier identifier) {
        Optional<RelativeIdentifier> relative = RelativeIdentifier.parse(identifier, graph);
        if (relative.isPresent() && relative.get().isBelowSomethingImplied()) {
            return below(heads(identifier), relative.get().count(), identifier);
        }
        return identifier.symbol().equals("heads")
                ? heads(identifier)
                : one(identifier).stream().toList();
    }

    /** The one revision that is meant; empty for the base. */
    Optional<String> one(RevisionIdentifier identifier) {
        String branch = identifier.branch() == null ? null : branch(identifier.branch());
        return switch (identifier.symbol()) {
            case "base" -> Optional.empty();
            case "heads" -> single(identifier, heads(identifier));
            case "head" -> single(identifier, versionedHeads(branch));
            default -> Optional.of(byName(identifier, branch));
        };
    }

    /** The revision that a branch qualifier stands for. */
    String branch(String name) {
        return byName(new RevisionIdentifier(null, name), null);
    }

    private List<String> below(List<String> heads, int steps, RevisionIdentifier identifier) {
        List<RelativeWalk> walks = heads.stream()
                .map(head -> graph.walkDown(head, steps, identifier.toString()))
                .filter(walk -> walk.steps() == steps)
                .toList();
        if (walks.isEmpty()) {
            throw new RevisionTargetException(
                    Reason.RELATIVE_COUNT,
                    identifier.toString(),
                    "'" + identifier + "' goes below the first revision of every head.",
                    null);
        }
        return walks.stream().flatMap(walk -> walk.end().stream()).distinct().toList();
    }

    private List<String> heads(RevisionIdentifier identifier) {
        return identifier.branch() == null
                ? List.copyOf(graph.realHeads())
                : versionedHeads(branch(identifier.branch()));
    }

    private List<String> versionedHeads(@Nullable String branch) {
        return branch == null
                ? List.copyOf(graph.heads())
                : List.copyOf(graph.versionedDescendants(List.of(branch)).and(graph.heads()));
    }

    private static Optional<String> single(RevisionIdentifier identifier, List<String> heads) {
        if (heads.size() > 1) {
            throw new MultipleHeadsException(identifier.toString(), heads);
        }
        return heads.stream().findFirst();
    }

    private String byName(RevisionIdentifier identifier, @Nullable String branch) {
        RevisionSet lineage = branch == null ? null : graph.versionedLineage(branch);
        Predicate<String> inLineage = id -> lineage == null || lineage.contains(id);
        String found = graph.named(identifier.symbol()).orElseGet(() -> abbreviated(identifier, inLineage));
        if (!inLineage.test(found)) {
            throw new RevisionTargetException(
                    Reason.NOT_IN_BRANCH,
                    identifier.toString(),
                    "Revision '" + found + "' is not part of the branch '" + identifier.branch() + "'.",
                    "Name the revision without a branch, or another branch.");
        }
        return found;
    }

    private String abbreviated(RevisionIdentifier identifier, Predicate<String> inLineage) {
        List<String> candidates = keys.stream()
                .filter(key -> key.length() >= SHORTEST_ABBREVIATED_NAME && key.startsWith(identifier.symbol()))
                .filter(key -> graph.named(key).filter(inLineage).isPresent())
                .toList();
        if (candidates.size() > 1) {
            throw new AmbiguousRevisionException(identifier.toString(), candidates);
        }
        if (candidates.isEmpty()) {
            throw new UnknownRevisionException(identifier.toString(), nearMatches(identifier.symbol()));
        }
        return graph.named(candidates.get(0)).orElseThrow();
    }

    private List<String> nearMatches(String symbol) {
        return NearMatches.of(
                symbol, Stream.concat(keys.stream(), WORDS.stream()).toList());
    }
}
