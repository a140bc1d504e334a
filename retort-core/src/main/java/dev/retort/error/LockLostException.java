package dev.retort.error;

import org.jspecify.annotations.Nullable;

/** The migration lock was lost during a run: its connection has ended, or a revision has released it. */
public final class LockLostException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final int stepsDone;

    /**
     * A run does not continue.
     *
     * @param stepsDone the number of steps that it has completed
     * @param said the same as a sentence
     * @param cause why nobody can tell whether it holds the lock; null if it does not
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

    /** The number of steps that the run has completed. */
    public int stepsDone() {
        return stepsDone;
    }

    @Override
    public String kind() {
        return "lock_lost";
    }
}
