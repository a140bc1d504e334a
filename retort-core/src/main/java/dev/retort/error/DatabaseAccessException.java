package dev.retort.error;

import org.jspecify.annotations.Nullable;

/** The database cannot be reached, rejects the login, or rejects a statement of Retort's own. */
public final class DatabaseAccessException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    public DatabaseAccessException(String problem, @Nullable String remedy, @Nullable Throwable cause) {
        this(problem, Advice.orNone(remedy), cause);
    }

    public DatabaseAccessException(String problem, Advice advice, @Nullable Throwable cause) {
        super(problem, advice, cause);
        this.problem = problem;
    }

    /** What is wrong, as one sentence; never contains a password. */
    public String problem() {
        return shown(problem);
    }

    @Override
    public String kind() {
        return "database_access";
    }
}
