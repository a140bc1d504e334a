package dev.retort.error;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Revisions revise or depend on each other in a circle. */
public final class RevisionCycleException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> path;
    private final transient @Nullable SourcePosition position;

    public RevisionCycleException(List<String> path, @Nullable SourcePosition position) {
        super(
                "Revisions form a cycle: " + String.join(" -> ", path) + ".",
                Advice.of("Change 'revises' or 'depends on' in one of them."),
                null);
        this.path = List.copyOf(path);
        this.position = position;
    }

    /** The cycle: each revision is followed by one that it needs, and the last is the first again. */
    public List<String> path() {
        return path;
    }

    @Override
    public Optional<SourcePosition> position() {
        return Optional.ofNullable(position);
    }

    @Override
    public String kind() {
        return "revision_cycle";
    }
}
