package dev.retort.error;

import org.jspecify.annotations.Nullable;

/** A command was called in a way that cannot mean anything. */
public final class UsageException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final @Nullable String remedy;

    public UsageException(String problem, @Nullable String remedy) {
        super(ControlCharacters.shownOnALine(problem), remedy, null);
        this.problem = ControlCharacters.shownOnALine(problem);
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
        return "usage";
    }
}
