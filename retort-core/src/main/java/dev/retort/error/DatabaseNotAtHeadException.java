package dev.retort.error;

import java.util.List;

/** The database is not at the heads of the revision files. */
public final class DatabaseNotAtHeadException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> missing;
    private final transient List<String> rows;

    public DatabaseNotAtHeadException(List<String> missing, List<String> rows) {
        super(
                "The database is not at head: it is at " + (rows.isEmpty() ? "base" : String.join(", ", rows))
                        + " and lacks " + String.join(", ", missing) + ".",
                Advice.of("Run {} first.", Action.UPGRADE),
                null);
        this.missing = List.copyOf(missing);
        this.rows = List.copyOf(rows);
    }

    /** The heads that are not applied. */
    public List<String> missing() {
        return missing;
    }

    /** The rows of the version table. */
    public List<String> rows() {
        return rows;
    }

    @Override
    public String kind() {
        return "not_at_head";
    }
}
