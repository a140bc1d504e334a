package dev.retort.error;

/** Another run holds the lock of this database. */
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
        super(
                "Another run is migrating this database: " + holder + ". Waited " + waitedSeconds + " s. " + done,
                Advice.of("Try again when it is done, or wait longer with {}.", Advice.setting("lock_timeout")),
                null);
        this.holder = holder;
        this.waitedSeconds = waitedSeconds;
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
