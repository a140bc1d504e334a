package dev.retort.error;

/** A step of an earlier run stopped half-way, and it cannot be told from outside how far it came. */
public final class HalfDoneStepException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String revision;
    private final String direction;
    private final int done;
    private final String inDoubt;

    public HalfDoneStepException(String revision, String direction, int done, String inDoubt) {
        super(
                "An earlier run stopped in the " + direction + " of '" + revision + "': " + done
                        + (done == 1 ? " statement is" : " statements are")
                        + " done, and this one may or may not have taken effect:\n    " + inDoubt,
                "Look at the database, then: 'retort resume --retry' runs the statement again, 'retort resume --done' goes on after it, 'retort resume --undo' takes back what can be reversed.",
                null);
        this.revision = revision;
        this.direction = direction;
        this.done = done;
        this.inDoubt = inDoubt;
    }

    /** The revision of the step. */
    public String revision() {
        return revision;
    }

    /** The direction, {@code upgrade} or {@code downgrade}. */
    public String direction() {
        return direction;
    }

    /** How many statements are done. */
    public int done() {
        return done;
    }

    /** The statement that may or may not have taken effect. */
    public String inDoubt() {
        return inDoubt;
    }

    @Override
    public String kind() {
        return "half_done";
    }
}
