package dev.retort.error;

/** A step of an earlier run is half-done, and a person has to decide how to continue. */
public final class HalfDoneStepException extends RetortException {

    private static final long serialVersionUID = 1L;

    /** What to do with a step that can neither be completed nor undone. */
    public static final Advice BY_HAND = Advice.of(
            "To abandon the step, repair the database by hand and record its state with {}.", Action.PURGE_AND_STAMP);

    private final String revision;
    private final String direction;
    private final int done;
    private final String inDoubt;

    /** There is a statement in doubt, and the database cannot tell. */
    public HalfDoneStepException(String revision, String direction, int done, String inDoubt) {
        this(
                revision,
                direction,
                done,
                inDoubt,
                " This one may or may not have taken effect:\n    " + inDoubt,
                Advice.of(
                        "Look at the database, then: {} runs the statement again, {} continues after it. {}",
                        Action.RESUME_RETRY,
                        Action.RESUME_DONE,
                        BY_HAND));
    }

    /** The step cannot continue, or nothing else can run before it. */
    public HalfDoneStepException(String revision, String direction, int done, String problem, Advice advice) {
        this(revision, direction, done, "", " " + problem, advice);
    }

    private HalfDoneStepException(
            String revision, String direction, int done, String inDoubt, String problem, Advice advice) {
        super(
                "An earlier run stopped in the " + direction + " of '" + revision + "' with " + done
                        + (done == 1 ? " statement" : " statements") + " done." + problem,
                advice,
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

    /** The number of statements that are done. */
    public int done() {
        return done;
    }

    /** The statement in doubt; empty if there is none. */
    public String inDoubt() {
        return shown(inDoubt);
    }

    @Override
    public String kind() {
        return "half_done";
    }
}
