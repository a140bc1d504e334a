package dev.retort.error;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The revisions do not form a graph: an id or a label is taken twice, a parent or a dependency is missing, an id is malformed. */
public final class RevisionGraphException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final transient List<String> revisions;
    private final transient @Nullable SourcePosition position;
    private final @Nullable String remedy;

    public RevisionGraphException(
            String problem, List<String> revisions, @Nullable SourcePosition position, @Nullable String remedy) {
        super(problem, remedy, null);
        this.problem = problem;
        this.revisions = List.copyOf(revisions);
        this.position = position;
        this.remedy = remedy;
    }

    /** What is wrong, as one sentence. */
    public String problem() {
        return shown(problem);
    }

    /** The identifiers concerned. */
    public List<String> revisions() {
        return revisions;
    }

    /** What to do next. */
    public @Nullable String remedy() {
        return remedy == null ? null : shown(remedy);
    }

    @Override
    public Optional<SourcePosition> position() {
        return Optional.ofNullable(position);
    }

    @Override
    public String kind() {
        return "revision_graph";
    }
}
