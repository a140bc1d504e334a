package dev.retort.error;

import org.jspecify.annotations.Nullable;

/** Another run holds the lock of this database, or another session that of a table. */
public final class LockNotAvailableException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String holder;
    private final long waitedSeconds;

    /**
     * A run has waited long enough.
     *
     * @param holder who holds the lock
     * @param waitedSeconds how long it waited
     * @param done what it had done before, as a sentence
     */
    public LockNotAvailableException(String holder, long waitedSeconds, String done) {
        this("Another run is migrating this database: " + holder, holder, waitedSeconds, done, null);
    }

    private LockNotAvailableException(
            String why, String holder, long waitedSeconds, String done, @Nullable Throwable cause) {
        super(
                why + ". Waited " + waitedSeconds + " s. " + done,
                Advice.of("Try again when it is done, or wait longer with {}.", Advice.setting("lock_timeout")),
                cause);
        this.holder = holder;
        this.waitedSeconds = waitedSeconds;
    }

    /**
     * A comparison has waited long enough for tables that another session has locked.
     *
     * @param tables the tables, as the subject of a sentence
     * @param holder who has locked them
     * @param waitedSeconds how long it waited
     */
    public static LockNotAvailableException ofTables(
            String tables, String holder, long waitedSeconds, @Nullable Throwable cause) {
        return new LockNotAvailableException(
                "The catalog cannot be read while another session locks " + tables + ": " + holder,
                holder,
                waitedSeconds,
                "Nothing was changed.",
                cause);
    }

    /** Who holds it, as far as the database knows. */
    public String holder() {
        return shown(holder);
    }

    /** How long this run waited, in seconds. */
    public long waitedSeconds() {
        return waitedSeconds;
    }

    @Override
    public String kind() {
        return "lock";
    }
}
