package dev.retort.revision;

import dev.retort.error.AmbiguousRevisionException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a number of steps through children or parents led.
 *
 * @param revision the revision where the walk ended; null for the base
 * @param steps how many steps could be taken, at most as many as were asked for
 */
public record RelativeWalk(@Nullable String revision, int steps) {

    /** The revision where the walk ended; empty for the base. */
    public Optional<String> end() {
        return Optional.ofNullable(revision);
    }

    static RelativeWalk up(
            RevisionGraph graph, @Nullable String from, int steps, @Nullable RevisionSet within, String asTyped) {
        String at = from;
        for (int taken = 0; taken < steps; taken++) {
            List<String> next = (at == null ? graph.bases().stream() : graph.children(at).stream())
                    .filter(id -> within == null || within.contains(id))
                    .toList();
            if (next.isEmpty()) {
                return new RelativeWalk(at, taken);
            }
            at = only(next, asTyped, taken + 1 == steps);
        }
        return new RelativeWalk(at, steps);
    }

    static RelativeWalk down(RevisionGraph graph, @Nullable String from, int steps, String asTyped) {
        String at = from;
        for (int taken = 0; taken < steps; taken++) {
            if (at == null) {
                return new RelativeWalk(null, taken);
            }
            List<String> parents = graph.get(at).revises();
            at = parents.isEmpty() ? null : only(parents, asTyped, taken + 1 == steps);
        }
        return new RelativeWalk(at, steps);
    }

    private static String only(List<String> candidates, String asTyped, boolean last) {
        if (candidates.size() > 1) {
            throw last
                    ? new AmbiguousRevisionException(asTyped, candidates)
                    : AmbiguousRevisionException.onTheWay(asTyped, candidates);
        }
        return candidates.get(0);
    }
}
