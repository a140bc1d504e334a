package dev.retort.error;

import org.jspecify.annotations.Nullable;

/** The entities cannot be read, or what was read cannot be trusted. */
public final class EntityModelException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final @Nullable String remedy;

    public EntityModelException(String problem, @Nullable String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** What is wrong, as one sentence. */
    public String problem() {
        return shown(problem);
    }

    /** What to do next. */
    public @Nullable String remedy() {
        return remedy == null ? null : shown(remedy);
    }

    @Override
    public String kind() {
        return "entity_model";
    }
}
