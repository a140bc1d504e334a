package dev.retort.error;

import org.jspecify.annotations.Nullable;

/** The migration lock has gone in the middle of a run: its connection has ended, or a revision has given it up. */
public final class LockLostException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final int stepsDone;

    /**
     * A run does not go on.
     *
     * @param stepsDone how many steps it has finished
     * @param said the same as a sentence
     * @param cause why nobody can tell whether it holds the lock; null when it does not
     */
    public LockLostException(int stepsDone, String said, @Nullable Throwable cause) {
        super(
                "The migration lock was lost between two steps. " + said,
                Advice.of(
                        "Check that no other run is active, and that the last revision does not release the locks of its session; then"
                                + " run the command again to continue."),
                cause);
        this.stepsDone = stepsDone;
    }

    /** How many steps the run has finished. */
    public int stepsDone() {
        return stepsDone;
    }

    @Override
    public String kind() {
        return "lock_lost";
    }
}
