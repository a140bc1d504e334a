package dev.retort.error;

/** The version table names a revision that no file has. */
public final class UnknownVersionRowException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String row;
    private final String versionTable;

    public UnknownVersionRowException(String row, String versionTable) {
        super(
                "The version table " + versionTable + " contains '" + row + "', which no revision file has.",
                Advice.of(
                        "Likely causes: a file that was deleted, renamed or is not in this checkout; a database that a newer version has"
                                + " upgraded; another project's database. Restore the file, or, if you know the state of the database,"
                                + " record it with {}.",
                        Action.PURGE_AND_STAMP),
                null);
        this.row = row;
        this.versionTable = versionTable;
    }

    /** The row. */
    public String row() {
        return row;
    }

    /** The version table. */
    public String versionTable() {
        return versionTable;
    }

    @Override
    public String kind() {
        return "unknown_version_row";
    }
}
