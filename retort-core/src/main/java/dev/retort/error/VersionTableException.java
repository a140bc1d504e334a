package dev.retort.error;

import org.jspecify.annotations.Nullable;

/** The version table does not contain what this run wrote or expects: another program changed it, or it cannot store what is needed. */
public final class VersionTableException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String versionTable;
    private final String problem;

    public VersionTableException(String versionTable, String problem, @Nullable String remedy) {
        this(versionTable, problem, Advice.orNone(remedy));
    }

    public VersionTableException(String versionTable, String problem, Advice advice) {
        super(problem, advice, null);
        this.versionTable = versionTable;
        this.problem = problem;
    }

    /** The version table. */
    public String versionTable() {
        return versionTable;
    }

    /** What is wrong, as one sentence. */
    public String problem() {
        return shown(problem);
    }

    @Override
    public String kind() {
        return "version_table";
    }
}
