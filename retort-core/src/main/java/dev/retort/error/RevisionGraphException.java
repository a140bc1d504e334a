package dev.retort.error;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The revisions form no valid graph: an id or a label is used twice, a parent or a dependency is missing, an id is malformed. */
public final class RevisionGraphException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final transient List<String> revisions;
    private final transient @Nullable SourcePosition position;

    public RevisionGraphException(
            String problem, List<String> revisions, @Nullable SourcePosition position, @Nullable String remedy) {
        this(problem, revisions, position, Advice.orNone(remedy));
    }

    public RevisionGraphException(
            String problem, List<String> revisions, @Nullable SourcePosition position, Advice advice) {
        super(problem, advice, null);
        this.problem = problem;
        this.revisions = List.copyOf(revisions);
        this.position = position;
    }

    /** What is wrong, as one sentence. */
    public String problem() {
        return shown(problem);
    }

    /** The identifiers concerned. */
    public List<String> revisions() {
        return revisions;
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
