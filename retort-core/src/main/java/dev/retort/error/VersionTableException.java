package dev.retort.error;

import org.jspecify.annotations.Nullable;

/** The version table does not hold what this run wrote or expects: somebody else changed it, or it cannot hold what is needed. */
public final class VersionTableException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String versionTable;
    private final String problem;
    private final @Nullable String remedy;

    public VersionTableException(String versionTable, String problem, @Nullable String remedy) {
        super(problem, remedy, null);
        this.versionTable = versionTable;
        this.problem = problem;
        this.remedy = remedy;
    }

    /** The version table. */
    public String versionTable() {
        return versionTable;
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
        return "version_table";
    }
}
