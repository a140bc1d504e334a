package dev.retort.error;

/** A run was asked to stop, and has stopped at a place from which it can go on. */
public final class RunInterruptedException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final int steps;

    public RunInterruptedException(int steps, String state) {
        super("Stopped on request after " + steps + (steps == 1 ? " step." : " steps."), state, null);
        this.steps = steps;
    }

    /** How many steps were finished. */
    public int steps() {
        return steps;
    }

    @Override
    public String kind() {
        return "interrupted";
    }
}
