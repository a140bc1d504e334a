package dev.retort.error;

import org.jspecify.annotations.Nullable;

/** The entities cannot be read, or what was read cannot be trusted. */
public final class EntityModelException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    public EntityModelException(String problem, @Nullable String remedy, @Nullable Throwable cause) {
        this(problem, Advice.orNone(remedy), cause);
    }

    public EntityModelException(String problem, Advice advice, @Nullable Throwable cause) {
        super(problem, advice, cause);
        this.problem = problem;
    }

    /** What is wrong, as one sentence. */
    public String problem() {
        return shown(problem);
    }

    @Override
    public String kind() {
        return "entity_model";
    }
}
