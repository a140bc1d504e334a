package dev.retort.error;

import org.jspecify.annotations.Nullable;

/** The database cannot be reached, refuses the login, or refuses a statement of Retort's own. */
public final class DatabaseAccessException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final @Nullable String remedy;

    public DatabaseAccessException(String problem, @Nullable String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** What is wrong, as one sentence; never holds a password. */
    public String problem() {
        return shown(problem);
    }

    /** What to do next. */
    public @Nullable String remedy() {
        return remedy == null ? null : shown(remedy);
    }

    @Override
    public String kind() {
        return "database_access";
    }
}
