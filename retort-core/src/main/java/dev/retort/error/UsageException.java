package dev.retort.error;

import org.jspecify.annotations.Nullable;

/** A command was called with arguments that make no sense. */
public final class UsageException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    public UsageException(String problem, @Nullable String remedy) {
        this(problem, Advice.orNone(remedy));
    }

    public UsageException(String problem, Advice advice) {
        super(ControlCharacters.shownOnALine(problem), advice, null);
        this.problem = ControlCharacters.shownOnALine(problem);
    }

    /** What is wrong, as one sentence. */
    public String problem() {
        return shown(problem);
    }

    @Override
    public String kind() {
        return "usage";
    }
}
