package dev.retort.error;

/** The version table names a revision that no file has. */
public final class UnknownVersionRowException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String row;
    private final String versionTable;

    public UnknownVersionRowException(String row, String versionTable) {
        super(
                "The version table " + versionTable + " says '" + row + "', and no revision file has that id.",
                Advice.of(
                        "Likely causes: a file that was deleted, renamed or is not in this checkout; a database that a newer version has"
                                + " upgraded; another project's database. Bring the file back, or, if you know what the database really"
                                + " is, say so with {}.",
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
