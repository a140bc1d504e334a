package dev.retort.error;

/** The connection that held the migration lock has ended in the middle of a run. */
public final class LockLostException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final int stepsDone;

    public LockLostException(int stepsDone) {
        super(
                "The migration lock was lost after " + stepsDone + (stepsDone == 1 ? " step." : " steps."),
                "Check that no other run is at work, then run the command again to go on.",
                null);
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
