package dev.retort.error;

import java.util.List;

/** A newer version of the application has upgraded the database. */
public final class NewerDatabaseException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> unknown;

    /**
     * The database is newer than the files.
     *
     * @param unknown the version rows that no file has
     */
    public NewerDatabaseException(List<String> unknown) {
        super(
                "The database is newer than these revision files: all of them were applied, and then it was upgraded to "
                        + String.join(", ", unknown) + ", which no file has.",
                Advice.of(
                        "Nothing was run. Use the newer version of the application; with {} an older one starts anyway.",
                        Advice.setting("on_newer", "\"warn\"")),
                null);
        this.unknown = List.copyOf(unknown);
    }

    /** The version rows that no file has. */
    public List<String> unknown() {
        return unknown;
    }

    @Override
    public String kind() {
        return "newer_database";
    }
}
